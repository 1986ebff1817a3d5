package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.game.Games;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class AgainstFixedTest extends MarkovGameContract {
    private static final RepeatedGame DILEMMA =
            RepeatedGame.of(Games.prisonersDilemma()).horizon(40);

    @Override
    protected MarkovGame game() {
        return AgainstFixed.of(DILEMMA, 1, MemoryOnePartner.random(0.5));
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    /** The exact course of play, as a tournament would print it: own moves against the partner's answers. */
    @Test
    void partnersPlayTheirStrategies() {
        int[] own = {0, 0, 1, 1, 0, 0, 1, 0};
        assertEquals("CCCDDCCD", answers(MemoryOnePartner.titForTat(), own));
        assertEquals("CCCDDDDD", answers(MemoryOnePartner.grim(), own));
        assertEquals("CCCDCCCD", answers(MemoryOnePartner.winStayLoseShift(), own));
        assertEquals("CCCCCCCC", answers(MemoryOnePartner.alwaysCooperate(), own));
        assertEquals("DDDDDDDD", answers(MemoryOnePartner.alwaysDefect(), own));
    }

    private static String answers(Partner partner, int... own) {
        StringBuilder text = new StringBuilder();
        for (int seat = 0; seat < 2; seat++) {
            MarkovGame game = AgainstFixed.of(DILEMMA, seat, partner);
            game.reset(3);
            text.setLength(0);
            for (int action : own) {
                Step step = game.step(JointAction.of(action));
                text.append((int) step.observations()[0][0] % 2 == 0 ? 'C' : 'D');
                assertEquals((int) step.observations()[0][0] / 2, action, "own action first, whatever the seat");
            }
        }
        return text.toString();
    }

    @Test
    void rewardsAreThoseOfTheFreeSeat() {
        MarkovGame game = AgainstFixed.of(DILEMMA, 1, MemoryOnePartner.alwaysCooperate());
        game.reset(0);
        assertArrayEquals(new double[] {5}, game.step(JointAction.of(1)).rewards());
        assertArrayEquals(new double[] {3}, game.step(JointAction.of(0)).rewards());
    }

    @Test
    void aTeamOfFixedPartnersLeavesOneDriver() {
        MarkovGame game = AgainstFixed.of(new TeamDrift(), 2, (o, l, r) -> 3, (o, l, r) -> 1);
        TeamDrift whole = new TeamDrift();
        game.reset(5);
        whole.reset(5);
        Step step = game.step(JointAction.of(2));
        Step reference = whole.step(JointAction.of(3, 1, 2));
        assertArrayEquals(reference.observations()[2], step.observations()[0]);
        assertEquals(reference.rewards()[2], step.rewards()[0]);
    }

    @Test
    void partnersAreCheckedDistributions() {
        MemoryOnePartner partner = MemoryOnePartner.of(0.25, 0.5, 0.75, 1, 0);
        assertEquals(0.75, partner.probability(0, 1));
        assertEquals(5, partner.observations());
        partner.probabilities()[0][0] = 9;
        assertEquals(0.25, partner.probability(0, 0));
        int cooperations = 0;
        Rng rng = Rng.of(1);
        for (int i = 0; i < 10_000; i++) {
            cooperations += partner.act(new double[] {0}, new boolean[] {true, true}, rng) == 0 ? 1 : 0;
        }
        // Four standard errors of a share of 0.25 in 10,000.
        assertEquals(0.25, cooperations / 1e4, 4 * Math.sqrt(0.25 * 0.75 / 1e4));
        assertThrows(IllegalArgumentException.class, () -> MemoryOnePartner.of(1.2, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new MemoryOnePartner(new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> new MemoryOnePartner(new double[][] {{1}, {0.5, 0.5}}));
    }

    @Test
    void refusesASeatOrANumberOfPartnersThatDoesNotFit() {
        Partner partner = MemoryOnePartner.titForTat();
        assertThrows(IllegalArgumentException.class, () -> AgainstFixed.of(DILEMMA, 2, partner));
        assertThrows(IllegalArgumentException.class, () -> AgainstFixed.of(DILEMMA, 0));
        assertThrows(IllegalArgumentException.class, () -> AgainstFixed.of(DILEMMA, 0, partner, partner));
    }
}
