package marl.deep;

import marl.random.Rng;

/** The promises of a monotonic mixer, each tried once at a random place; what is false is the answer to all. */
final class MixerPromises {
    private MixerPromises() {}

    private static double[] numbers(int n, Rng rng) {
        double scale = Math.pow(10, rng.uniform(-1, 1));
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = scale * rng.gaussian();
        }
        return numbers;
    }

    /** Raising one agent's value does not lower the total; exactly. */
    static boolean raisingNeverLowers(Mixer mixer, Rng rng) {
        double[] state = numbers(mixer.stateSize(), rng);
        double[] values = numbers(mixer.agents(), rng);
        double before = mixer.total(values, state);
        values[rng.below(values.length)] += Math.pow(10, rng.uniform(-12, 1));
        return mixer.total(values, state) >= before;
    }

    /** All agents take any of their best actions: the total is the largest of all joint actions; exactly. */
    static boolean bestForEachIsBestForAll(Mixer mixer, int actions, Rng rng) {
        double[] state = numbers(mixer.stateSize(), rng);
        int agents = mixer.agents();
        double[][] q = new double[agents][];
        double[] best = new double[agents];
        for (int i = 0; i < agents; i++) {
            q[i] = numbers(actions, rng);
            q[i][rng.below(actions)] = q[i][rng.below(actions)]; // ties happen
            best[i] = q[i][rng.argmax(q[i])];
        }
        double ofBest = mixer.total(best, state);
        double[] values = new double[agents];
        for (int joint = 0; joint < Math.pow(actions, agents); joint++) {
            for (int i = 0, rest = joint; i < agents; i++, rest /= actions) {
                values[i] = q[i][rest % actions];
            }
            if (mixer.total(values, state) > ofBest) {
                return false;
            }
        }
        return true;
    }

    /** Where all slopes are positive, the total falls if an agent leaves its best value by more than rounding. */
    static boolean onlyBestForEachIsBestForAll(Mixer mixer, Rng rng) {
        double[] state = numbers(mixer.stateSize(), rng);
        double[] best = numbers(mixer.agents(), rng);
        double[] worse = best.clone();
        int agent = rng.below(best.length);
        worse[agent] -= rng.uniform(0.01, 1);
        boolean steep = true;
        for (double slope : mixer.slopes(best, state)) {
            steep &= slope > 1e-6; // a ReLU or ELU that is on at the top pays at once for leaving it
        }
        return !steep || mixer.total(worse, state) < mixer.total(best, state);
    }

    /** What agent i's rise adds is not less when agent j's value is higher; to 1e-9 of the totals' size. */
    static boolean differencesIncrease(Mixer mixer, Rng rng) {
        double[] state = numbers(mixer.stateSize(), rng);
        double[] values = numbers(mixer.agents(), rng);
        int i = rng.below(values.length);
        int j = (i + 1 + rng.below(values.length - 1)) % values.length;
        double[][] total = new double[2][2];
        double own = rng.uniform(0, 3);
        double other = rng.uniform(0, 3);
        double size = 1;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                double[] moved = values.clone();
                moved[i] += a * own;
                moved[j] += b * other;
                total[a][b] = mixer.total(moved, state);
                size = Math.max(size, Math.abs(total[a][b]));
            }
        }
        return total[1][1] - total[0][1] >= total[1][0] - total[0][0] - 1e-9 * size;
    }
}
