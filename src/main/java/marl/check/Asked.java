package marl.check;

import static marl.exercise.Expect.show;

import marl.exercise.CounterExample;

/** What an answer asks the objects that a check hands to it: something possible, or a counter-example says what it was. */
final class Asked {

    private Asked() {}

    /**
     * A copy of a joint action of a team whose agents have so many actions each.
     *
     * @throws CounterExample if it is none
     */
    static int[] joint(int[] asked, int... counts) {
        int[] joint = asked == null ? new int[0] : asked.clone();
        boolean possible = joint.length == counts.length;
        for (int i = 0; possible && i < joint.length; i++) {
            possible = joint[i] >= 0 && joint[i] < counts[i];
        }
        if (!possible) {
            throw new CounterExample(
                    "a team whose agents have " + show(counts) + " actions",
                    "to be asked for joint actions of the team only",
                    "it was asked for " + show(asked));
        }
        return joint;
    }
}
