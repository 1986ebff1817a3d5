package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson07;
import marl.exercise.Lesson07.Rewards;
import marl.exercise.Lesson07.Sight;

/** The checks of 07-3 and 07-4: the rules of spread, written down once more without the library. */
final class SpreadChecks {
    private static final double REACH = 0.3;

    private SpreadChecks() {}

    static Checks<Rewards> rewards() {
        return Checks.of(
                Lesson07.REWARDS,
                part(
                        "the common part",
                        2,
                        "Minus the sum over landmarks of the distance to the nearest agent, the same for all.",
                        (answer, cases) -> apart(answer, cases)),
                part(
                        "collisions",
                        1,
                        "Count for each agent the others that are nearer than 0.3, and never the agent itself.",
                        (answer, cases) -> close(answer, cases)),
                part(
                        "just touching",
                        1,
                        "At a distance of exactly 0.3 two agents touch, and do not overlap.",
                        (answer, cases) -> touching(answer, cases)));
    }

    private static double[] expected(double[][] agents, double[][] landmarks, double share) {
        double global = 0;
        for (double[] landmark : landmarks) {
            global -= Arrays.stream(agents)
                    .mapToDouble(agent -> distance(agent, landmark))
                    .min()
                    .orElseThrow();
        }
        double[] rewards = new double[agents.length];
        for (int i = 0; i < agents.length; i++) {
            int bumps = 0;
            for (int j = 0; j < agents.length; j++) {
                bumps += j != i && distance(agents[i], agents[j]) < REACH ? 1 : 0;
            }
            rewards[i] = (1 - share) * global - share * bumps;
        }
        return rewards;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
    }

    private static void judge(Rewards answer, double[][] agents, double[][] landmarks, double share) {
        double[][] lent = Draw.copy(agents);
        double[][] lentToo = Draw.copy(landmarks);
        double[] got = answer.of(lent, lentToo, share);
        String words =
                "agents at " + show(agents) + ", landmarks at " + show(landmarks) + ", local ratio " + show(share);
        given("%s", words).close(expected(agents, landmarks, share), got, 1e-9);
        given("%s", words).unchanged(new Object[] {agents, landmarks}, new Object[] {lent, lentToo});
    }

    /** Agents on a coarse grid, so that none overlap; landmarks anywhere. */
    private static void apart(Rewards answer, Cases cases) {
        SplittableRandom random = cases.random(31);
        for (int c = 0; c < cases.count(); c++) {
            int n = 1 + c % 4;
            double[][] agents = new double[n][];
            for (int i = 0; i < n; i++) {
                agents[i] = new double[] {Draw.tenth(random, -1, 1), -1 + 0.6 * i};
            }
            judge(answer, agents, places(random, n), c % 3 == 0 ? 0.5 : Draw.tenth(random, 0, 0.9));
        }
    }

    private static double[][] places(SplittableRandom random, int n) {
        double[][] places = new double[n][];
        Arrays.setAll(places, i -> new double[] {Draw.tenth(random, -1, 1), Draw.tenth(random, -1, 1)});
        return places;
    }

    /** A heap of agents: some overlap and some do not, no distance within 0.005 of the limit. */
    private static void close(Rewards answer, Cases cases) {
        SplittableRandom random = cases.random(32);
        for (int c = 0; c < cases.count(); c++) {
            int n = 2 + c % 4;
            double[][] agents = new double[n][2];
            do {
                for (double[] agent : agents) {
                    agent[0] = Math.round(random.nextDouble() * 50) / 100.0;
                    agent[1] = Math.round(random.nextDouble() * 30) / 100.0;
                }
            } while (doubtful(agents));
            if (c % 3 == 1) {
                agents[n - 1] = agents[0].clone(); // two on one spot overlap, too
            }
            judge(answer, agents, places(random, n), c % 3 == 0 ? 0.5 : Draw.tenth(random, 0.1, 1));
        }
    }

    private static boolean doubtful(double[][] agents) {
        boolean doubtful = false;
        boolean some = false;
        for (int i = 0; i < agents.length; i++) {
            for (int j = 0; j < i; j++) {
                double d = distance(agents[i], agents[j]);
                doubtful |= Math.abs(d - REACH) < 0.005;
                some |= d < REACH;
            }
        }
        return doubtful || !some;
    }

    /** Differences that are exact in binary: 0.3 - 0 is the number 0.3. */
    private static void touching(Rewards answer, Cases cases) {
        SplittableRandom random = cases.random(33);
        for (int c = 0; c < cases.count(); c++) {
            double height = Draw.tenth(random, -1, 1);
            double[][] agents = c % 2 == 0
                    ? new double[][] {{0, height}, {REACH, height}, {0.1, height}}
                    : new double[][] {{height, -REACH}, {height, 0}};
            judge(answer, agents, places(random, agents.length), 0.5);
        }
    }

    static Checks<Sight> sight() {
        return Checks.of(
                Lesson07.SIGHT,
                part(
                        "itself and the landmarks",
                        1,
                        "First its velocity, then its place, then each landmark's place minus its own.",
                        (answer, cases) -> look(answer, cases, 1)),
                part(
                        "the others",
                        1,
                        "The others in the order of their numbers, without itself; then two zeros for each of them.",
                        (answer, cases) -> look(answer, cases, 4)));
    }

    private static void look(Sight answer, Cases cases, int most) {
        SplittableRandom random = cases.random(40 + most);
        for (int c = 0; c < cases.count(); c++) {
            int n = most == 1 ? 1 : 2 + c % 3;
            int agent = c == 0 ? n - 1 : random.nextInt(n);
            double[][] agents = places(random, n);
            double[][] velocities = places(random, n);
            double[][] landmarks = places(random, most == 1 ? 1 + c % 3 : n);
            double[] expected = new double[4 + 2 * landmarks.length + 4 * (n - 1)];
            int at = 0;
            for (int k = 0; k < 2; k++) {
                expected[k] = velocities[agent][k];
                expected[2 + k] = agents[agent][k];
            }
            at = 4;
            for (double[] landmark : landmarks) {
                expected[at++] = landmark[0] - agents[agent][0];
                expected[at++] = landmark[1] - agents[agent][1];
            }
            for (int other = 0; other < n; other++) {
                if (other != agent) {
                    expected[at++] = agents[other][0] - agents[agent][0];
                    expected[at++] = agents[other][1] - agents[agent][1];
                }
            }
            double[][][] lent = {Draw.copy(agents), Draw.copy(velocities), Draw.copy(landmarks)};
            double[] got = answer.of(agent, lent[0], lent[1], lent[2]);
            given(
                            "agent %d; agents at %s, velocities %s, landmarks at %s",
                            agent, show(agents), show(velocities), show(landmarks))
                    .close(expected, got, 1e-9);
            given("agent %d; agents at %s", agent, show(agents))
                    .unchanged(new double[][][] {agents, velocities, landmarks}, lent);
        }
    }
}
