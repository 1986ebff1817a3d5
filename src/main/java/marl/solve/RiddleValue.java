package marl.solve;

import java.util.Arrays;
import java.util.Locale;
import marl.env.SwitchRiddle;
import marl.random.Require;

/**
 * What a protocol for the {@link SwitchRiddle} is worth, exactly. A protocol is a rule that all prisoners share: what to do in the room,
 * given the day, the bulb, and whether one has been there before.
 *
 * <p>Two ways give the same number. {@link #byVisits} plays all n^T sequences of visits. {@link #byCounting} needs only how many have
 * been there and the bulb, since under a shared rule nothing else matters; it is quick for any n.
 */
public final class RiddleValue {
    /** How many sequences of visits are played at most. */
    public static final long MOST = 20_000_000;

    private RiddleValue() {}

    /** What to do in the room; all prisoners share it. */
    @FunctionalInterface
    public interface Protocol {
        /**
         * The action: {@link SwitchRiddle#NONE}, {@link SwitchRiddle#TOGGLE} or {@link SwitchRiddle#TELL}.
         *
         * @param day from 0
         * @param bulb whether it is on
         * @param been whether this prisoner has been in the room on an earlier day
         */
        int act(int day, boolean bulb, boolean been);
    }

    /**
     * The protocol by hand: on the first day nothing; later, who is new toggles if the bulb is off and tells if it is on, and who has
     * been there does nothing. It is the best there is for n = 3, where it tells as soon as all have been there: 540/729.
     */
    public static Protocol byHand() {
        return (day, bulb, been) -> {
            if (day == 0 || been) {
                return SwitchRiddle.NONE;
            }
            return bulb ? SwitchRiddle.TELL : SwitchRiddle.TOGGLE;
        };
    }

    /** Tell on the last day, whoever has been there: 2 p - 1, where p is {@link #bound}; .481481 for n = 3. */
    public static Protocol onTheLastDay(SwitchRiddle riddle) {
        int last = riddle.days() - 1;
        return (day, bulb, been) -> day == last ? SwitchRiddle.TELL : SwitchRiddle.NONE;
    }

    /**
     * The probability that all prisoners come to the room in time, which no protocol can beat: 540/729 for n = 3, .780602 for n = 4.
     */
    public static double bound(SwitchRiddle riddle) {
        int n = riddle.agents();
        double[] p = new double[n + 1];
        p[0] = 1;
        for (int day = 0; day < riddle.days(); day++) {
            for (int k = n; k > 0; k--) {
                p[k] = p[k] * k / n + p[k - 1] * (n - k + 1) / n;
            }
            p[0] = 0;
        }
        return p[n];
    }

    /**
     * The mean of what is paid over all sequences of visits.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST}
     */
    public static double byVisits(SwitchRiddle riddle, Protocol protocol) {
        int n = riddle.agents();
        int days = riddle.days();
        double count = Math.pow(n, days);
        Require.that(
                count <= MOST,
                String.format(
                        Locale.ROOT,
                        "There are %.3g sequences of visits, and at most %d are played; use byCounting.",
                        count,
                        MOST));
        long sum = 0;
        int[] visits = new int[days];
        boolean[] been = new boolean[n];
        for (long sequence = 0; sequence < (long) count; sequence++) {
            long left = sequence;
            for (int day = 0; day < days; day++) {
                visits[day] = (int) (left % n);
                left /= n;
            }
            Arrays.fill(been, false);
            sum += played(riddle, protocol, visits, been);
        }
        return sum / count;
    }

    private static int played(SwitchRiddle riddle, Protocol protocol, int[] visits, boolean... been) {
        boolean bulb = false;
        int there = 0;
        for (int day = 0; day < visits.length; day++) {
            int action = protocol.act(day, bulb, been[visits[day]]);
            there += been[visits[day]] ? 0 : 1;
            been[visits[day]] = true;
            if (action == SwitchRiddle.TELL) {
                return there == been.length ? 1 : -1;
            }
            bulb ^= riddle.hasBulb() && action == SwitchRiddle.TOGGLE;
        }
        return 0;
    }

    /** The same number from how likely each count of prisoners with each bulb is, day after day. */
    public static double byCounting(SwitchRiddle riddle, Protocol protocol) {
        int n = riddle.agents();
        double[][] now = new double[n + 1][2];
        now[0][0] = 1;
        double sum = 0;
        for (int day = 0; day < riddle.days(); day++) {
            double[][] next = new double[n + 1][2];
            for (int k = 0; k <= n; k++) {
                for (int bulb = 0; bulb < 2; bulb++) {
                    for (int fresh = 0; fresh < 2; fresh++) {
                        double p = now[k][bulb] * (fresh == 1 ? n - k : k) / n;
                        if (p > 0) {
                            int action = protocol.act(day, bulb == 1, fresh == 0);
                            if (action == SwitchRiddle.TELL) {
                                sum += k + fresh == n ? p : -p;
                            } else {
                                boolean toggled = riddle.hasBulb() && action == SwitchRiddle.TOGGLE;
                                next[k + fresh][toggled ? 1 - bulb : bulb] += p;
                            }
                        }
                    }
                }
            }
            now = next;
        }
        return sum;
    }

    /**
     * The best protocol that knows of the day only whether it is the first, by trying all 3^5: what to do on the first day, and later for
     * each of bulb and having been there.
     *
     * @return its value; 540/729 for n = 3, 0 for n = 4, and 0 without a bulb
     */
    public static double bestWithoutDays(SwitchRiddle riddle) {
        double best = Double.NEGATIVE_INFINITY;
        for (int code = 0; code < 243; code++) {
            int[] actions = {code % 3, code / 3 % 3, code / 9 % 3, code / 27 % 3, code / 81};
            best = Math.max(
                    best,
                    byCounting(
                            riddle,
                            (day, bulb, been) -> day == 0 ? actions[4] : actions[(bulb ? 2 : 0) + (been ? 1 : 0)]));
        }
        return best;
    }
}
