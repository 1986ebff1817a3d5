package marl.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import marl.agent.Learner;
import marl.agent.Policy;
import marl.env.AgainstFixed;
import marl.env.RepeatedGame;
import marl.game.Games;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

/** Who remembers is told of the start of every episode, also behind what is wrapped around it. */
class BeginTest {
    /** Counts the starts that it is told of. */
    private static final class Counting implements Policy {
        private int begun;

        @Override
        public int act(double[] observation, boolean[] legal, Rng rng) {
            return 0;
        }

        @Override
        public void begin() {
            begun++;
        }
    }

    private static RepeatedGame game() {
        return RepeatedGame.of(Games.prisonersDilemma()).horizon(3);
    }

    @Test
    void policiesAreToldInEveryEpisode() {
        Counting plain = new Counting();
        Counting wrapped = new Counting();
        Evaluation.of(game(), plain, Policy.mostly(wrapped, 0.1)).episodes(4).run();
        assertEquals(4, plain.begun);
        assertEquals(4, wrapped.begun);
    }

    @Test
    void frozenLearnersAndFixedPartnersAreTold() {
        Counting frozen = new Counting();
        Counting partner = new Counting();
        Training.of(AgainstFixed.of(game(), 0, partner), Learner.frozen(frozen))
                .episodes(3)
                .run();
        assertEquals(3, frozen.begun);
        assertEquals(3, partner.begun);
    }
}
