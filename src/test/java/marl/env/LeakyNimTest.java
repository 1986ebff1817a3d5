package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;

import marl.random.Rng;
import org.junit.jupiter.api.Test;

class LeakyNimTest extends TurnGameContract {
    @Override
    protected TurnGame game() {
        return new LeakyNim(7);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    /** Four standard errors of a share of 40,000 draws at probability 1/4. */
    @Test
    void chanceIsDrawnWithItsProbabilities() {
        Rng rng = Rng.of(1);
        int fell = 0;
        int draws = 40_000;
        TurnGame game = game();
        for (int i = 0; i < draws; i++) {
            game.restart();
            game.play(0);
            game.playChance(rng);
            fell += game.observation(0)[0] == 5 ? 1 : 0;
        }
        assertEquals(LeakyNim.LEAK, fell / (double) draws, 4 * Math.sqrt(0.25 * 0.75 / draws));
    }
}
