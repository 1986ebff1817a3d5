package marl.exercise;

import java.util.SplittableRandom;

/**
 * Pairs of learners in a repeated game of two moves: what exercise 12-4 trains. Exploration falls from 1 to 0 over the first
 * two thirds of the rounds.
 *
 * @param payoff what a player is paid, [own move][the other's move]
 * @param pairs how many pairs
 * @param rounds how many rounds each plays
 * @param seed of all chance
 */
public record DilemmaRounds(double[][] payoff, int pairs, int rounds, long seed)
        implements Routine<Lesson12.NewPair, DilemmaRounds.Tables> {

    /**
     * What was learnt. Whether it is of the right shape is for the check to see; a pair that was not made has none.
     *
     * @param values [pair][player][situation after CC, CD, DC, DD, at the start][move]
     * @param last [pair][player], what was played last; a move other than 0 and 1 ends the training of its pair
     */
    public record Tables(double[][][][] values, int[][] last) {}

    @Override
    public Tables run(Lesson12.NewPair answer) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][][] values = new double[pairs][2][5][];
        int[][] last = new int[pairs][];
        for (int pair = 0; pair < pairs; pair++) {
            Lesson12.Pair learners = answer.make();
            if (learners == null) {
                continue;
            }
            last[pair] = train(learners, random);
            for (int player = 0; player < 2; player++) {
                for (int situation = 0; situation < 5; situation++) {
                    values[pair][player][situation] = learners.values(player, situation);
                }
            }
        }
        return new Tables(values, last);
    }

    private int[] train(Lesson12.Pair learners, SplittableRandom random) {
        int[] now = {4, 4};
        int[] joint = new int[2];
        for (int t = 0; t < rounds; t++) {
            double epsilon = Math.max(0, 1 - 1.5 * t / rounds);
            for (int i = 0; i < 2; i++) {
                joint[i] = learners.act(i, now[i], epsilon, random.nextLong());
                if (joint[i] != 0 && joint[i] != 1) {
                    return joint;
                }
            }
            for (int i = 0; i < 2; i++) {
                int next = learners.situation(i, joint.clone());
                learners.learn(i, now[i], joint[i], payoff[joint[i]][joint[1 - i]], next);
                now[i] = next;
            }
        }
        return joint;
    }

    @Override
    public Class<Tables> result() {
        return Tables.class;
    }
}
