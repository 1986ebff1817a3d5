package marl.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import marl.agent.Schedule;
import marl.deep.ActorCritic;
import marl.deep.ActorCriticBuilder;
import marl.deep.CriticKind;
import marl.deep.DqnLearner;
import marl.deep.Maddpg;
import marl.deep.MixerSettings;
import marl.deep.TeamQLearner;
import marl.env.ParticleGame;
import marl.train.Evaluation;
import marl.train.TeamTraining;
import marl.train.Training;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Every method of the course that can play spread with two agents and buttons, for the same number of steps. */
final class TeamMethods implements Recording {
    private static final int STEPS = 200_000;
    private static final int EPISODES = STEPS / 25;
    /** Of the value learners: with 0.99 QMIX's values ran away here. */
    private static final double GAMMA = 0.9;

    private static final int TESTS = 500;
    private static final long TEST_SEED = 7;

    @Override
    public String name() {
        return "team-methods";
    }

    @Override
    public String about() {
        return "simple_spread with 2 agents and 5 actions, 200,000 steps. IQL and QMIX: ReLU 64-64, Adam 5e-4, an update every 4"
                + " steps, gamma 0.9, exploration from 1 to 0.05 in the first 2,000 of 8,000 episodes. MADDPG, MAPPO, self-play and IPPO:"
                + " as ActorCritic and Maddpg begin. The return is the mean per agent of 500 episodes without exploration,"
                + " the seconds are of training on one thread.";
    }

    @Override
    public int seeds() {
        return 5;
    }

    private static Map<String, LongToDoubleFunction> methods() {
        Map<String, LongToDoubleFunction> all = new LinkedHashMap<>();
        all.put("IQL", TeamMethods::independentQ);
        all.put("QMIX", TeamMethods::qmix);
        all.put("MADDPG, Gumbel", TeamMethods::maddpg);
        all.put("MAPPO, one network with numbers", seed -> ppo(builder().critic(CriticKind.CENTRAL), seed));
        all.put("self-play: PPO, one network", seed -> ppo(builder().ids(false), seed));
        all.put("IPPO, a network each", seed -> ppo(builder().sharing(false), seed));
        all.put("MAPPO, a network each", seed -> ppo(builder().sharing(false).critic(CriticKind.CENTRAL), seed));
        return all;
    }

    private static ParticleGame game() {
        return ParticleGame.spread(2);
    }

    private static ActorCriticBuilder builder() {
        return ActorCritic.of(game());
    }

    private static double ppo(ActorCriticBuilder builder, long seed) {
        ActorCritic team = builder.seed(seed).build();
        team.train(STEPS);
        return Arrays.stream(team.play(TESTS, TEST_SEED, true)).average().orElseThrow();
    }

    private static double maddpg(long seed) {
        Maddpg team = Maddpg.of(game()).seed(seed).build();
        team.train(STEPS);
        return Arrays.stream(team.play(TESTS, TEST_SEED)).average().orElseThrow();
    }

    private static double independentQ(long seed) {
        List<DqnLearner> learners = IntStream.range(0, 2)
                .mapToObj(agent -> DqnLearner.of(game(), agent)
                        .hidden(64, 64)
                        .learningRate(5e-4)
                        .gamma(GAMMA)
                        .epsilon(Schedule.linear(1, 0.05, STEPS / 4))
                        .replay(64, 50_000, 4)
                        .targetEvery(200)
                        .seed(2 * seed + agent)
                        .build())
                .toList();
        Training.of(game(), learners).episodes(EPISODES).seed(seed).run();
        return Evaluation.of(game(), learners)
                .episodes(TESTS)
                .seed(TEST_SEED)
                .run()
                .teamMean();
    }

    private static double qmix(long seed) {
        TeamQLearner team = TeamQLearner.of(game())
                .qmix(MixerSettings.paper(32))
                .hidden(64, 64)
                .adam(5e-4)
                .gamma(GAMMA)
                .epsilon(Schedule.linear(1, 0.05, EPISODES / 4))
                .transitions(50_000, 64, 4)
                .targetEvery(200)
                .seed(seed)
                .build();
        TeamTraining.of(game(), team).episodes(EPISODES).seed(seed).run();
        return Evaluation.of(game(), team).episodes(TESTS).seed(TEST_SEED).run().teamMean();
    }

    @Override
    public Table run(int seeds, Consumer<String> progress) {
        StringColumn method = StringColumn.create("method");
        LongColumn seedColumn = LongColumn.create("seed");
        DoubleColumn seconds = DoubleColumn.create("seconds");
        DoubleColumn returns = DoubleColumn.create("return");
        for (String name : methods().keySet()) {
            for (long seed = 1; seed <= seeds; seed++) {
                long start = System.nanoTime();
                double value = methods().get(name).applyAsDouble(seed);
                method.append(name);
                seedColumn.append(seed);
                seconds.append(Math.round((System.nanoTime() - start) / 1e8) / 10.0);
                returns.append(Math.round(1e4 * value) / 1e4);
                progress.accept(name + ", seed " + seed + ": " + returns.get(returns.size() - 1));
            }
        }
        return Table.create(name(), method, seedColumn, seconds, returns);
    }
}
