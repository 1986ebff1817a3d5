package marl.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import marl.agent.Policy;
import marl.deep.Maddpg;
import marl.env.ParticleGame;
import marl.random.Rng;
import marl.train.Evaluation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Speakers and listeners that learned together, and what becomes of them when they meet others. */
final class PrivateLanguages implements Recording {
    private static final int TESTS = 300;
    private static final long TEST_SEED = 7;
    private static final int COLOURS = 3;
    private static final int NONE = -1;
    private static final double BRIGHT = 0.65;
    private static final double DARK = 0.15;

    private final int steps;

    PrivateLanguages() {
        this(80_000);
    }

    PrivateLanguages(int steps) {
        this.steps = steps;
    }

    @Override
    public String name() {
        return "private-languages";
    }

    @Override
    public String about() {
        return "simple_speaker_listener, MADDPG with its usual settings, 80,000 steps for each seed. Then every speaker with every"
                + " listener, and each listener with words drawn anew in each step, or one for each episode. Words"
                + " are those for the three colours, in order. The"
                + " return is the mean of 300 episodes without exploration.";
    }

    @Override
    public int seeds() {
        return 6;
    }

    @Override
    public Table run(int seeds, Consumer<String> progress) {
        List<Policy> speakers = new ArrayList<>();
        List<Policy> listeners = new ArrayList<>();
        ParticleGame game = ParticleGame.speakerListener();
        for (long seed = 1; seed <= seeds; seed++) {
            Maddpg team = Maddpg.of(game).threads(2).seed(seed).build();
            team.train(steps);
            speakers.add(team.policy(0));
            listeners.add(team.policy(1));
            progress.accept("seed " + seed + " has learned");
        }
        LongColumn seed = LongColumn.create("seed");
        LongColumn listener = LongColumn.create("listener");
        StringColumn said = StringColumn.create("said");
        StringColumn words = StringColumn.create("words");
        DoubleColumn returns = DoubleColumn.create("return");
        for (int s = 0; s < seeds; s++) {
            for (int l = 0; l < seeds; l++) {
                seed.append(s + 1L);
                listener.append(l + 1L);
                said.append("the speaker's words");
                words.append(words(game, speakers.get(s)));
                returns.append(value(game, speakers.get(s), listeners.get(l)));
            }
            for (boolean stubborn : new boolean[] {false, true}) {
                seed.append(s + 1L);
                listener.append(s + 1L);
                said.append(stubborn ? "a random word each episode" : "random words");
                words.append("any");
                returns.append(value(game, stubborn ? new OneWord() : Policy.uniform(), listeners.get(s)));
            }
        }
        return Table.create(name(), seed, listener, said, words, returns);
    }

    private static double value(ParticleGame game, Policy speaker, Policy hearer) {
        double mean = Evaluation.of(game, List.of(speaker, hearer))
                .episodes(TESTS)
                .seed(TEST_SEED)
                .run()
                .teamMean();
        return Math.round(1e3 * mean) / 1e3;
    }

    /** Draws a word when an episode begins, and stays with it. */
    private static final class OneWord implements Policy {
        private int word = NONE;

        @Override
        public void begin() {
            word = NONE;
        }

        @Override
        public int act(double[] observation, boolean[] legal, Rng rng) {
            word = word == NONE ? Policy.anyLegal(legal, rng) : word;
            return word;
        }
    }

    /** The word for each colour. */
    private static String words(ParticleGame game, Policy speaker) {
        StringBuilder all = new StringBuilder();
        boolean[] legal = game.legalActions(0);
        for (int colour = 0; colour < COLOURS; colour++) {
            double[] seen = {DARK, DARK, DARK};
            seen[colour] = BRIGHT;
            all.append(colour == 0 ? "" : " ").append(speaker.act(seen, legal, Rng.of(0)));
        }
        return all.toString();
    }
}
