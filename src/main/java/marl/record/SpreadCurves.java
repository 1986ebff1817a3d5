package marl.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import marl.deep.ActorCritic;
import marl.deep.ActorCriticBuilder;
import marl.env.ParticleGame;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Independent PPO on spread with three agents for four million steps: what is shared, and what tells agents apart. */
final class SpreadCurves implements Recording {
    private static final int AGENTS = 3;
    private static final long STEPS = 4_000_000;
    private static final int POINTS = 100;

    private final long steps;
    private final int points;

    SpreadCurves() {
        this(STEPS, POINTS);
    }

    /** A shorter one, for tests. */
    SpreadCurves(long steps, int points) {
        this.steps = steps;
        this.points = points;
    }

    @Override
    public String name() {
        return "spread-curves";
    }

    @Override
    public String about() {
        return "Independent PPO on simple_spread with 3 agents: 64 worlds of 25 steps a batch, 4 epochs of 4 minibatches, tanh 64-64,"
                + " Adam 1e-3, clip 0.2, entropy bonus 0.01, gamma 0.99, lambda 0.95, gradients clipped at 0.5. One network with"
                + " or without the agent's number, or a network for each agent. A row is the mean return per agent of the"
                + " episodes of the last 40,000 steps.";
    }

    @Override
    public int seeds() {
        return 3;
    }

    private static Map<String, ActorCriticBuilder> variants() {
        Map<String, ActorCriticBuilder> all = new LinkedHashMap<>();
        all.put("one network, with numbers", ActorCritic.of(ParticleGame.spread(AGENTS)));
        all.put(
                "one network, no numbers",
                ActorCritic.of(ParticleGame.spread(AGENTS)).ids(false));
        all.put("a network each", ActorCritic.of(ParticleGame.spread(AGENTS)).sharing(false));
        return all;
    }

    @Override
    public Table run(int seeds, Consumer<String> progress) {
        StringColumn networks = StringColumn.create("networks");
        LongColumn seedColumn = LongColumn.create("seed");
        LongColumn played = LongColumn.create("steps");
        DoubleColumn returns = DoubleColumn.create("return");
        for (String variant : variants().keySet()) {
            for (long seed = 1; seed <= seeds; seed++) {
                ActorCritic team = variants().get(variant).threads(2).seed(seed).build();
                for (int point = 1; point <= points; point++) {
                    double[] batches = team.train(steps * point / points);
                    networks.append(variant);
                    seedColumn.append(seed);
                    played.append(team.steps());
                    returns.append(
                            Math.round(1e4 * Arrays.stream(batches).average().orElseThrow()) / 1e4);
                }
                progress.accept(variant + ", seed " + seed + ": " + returns.get(returns.size() - 1));
            }
        }
        return Table.create(name(), networks, seedColumn, played, returns);
    }
}
