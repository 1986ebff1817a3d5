package marl.course;

/**
 * One line of the doctor's.
 *
 * @param level how bad it is
 * @param sentence what was found, and the cure if it needs one
 */
record Finding(Level level, String sentence) {

    /** How bad a finding is. */
    enum Level {
        /** As it should be. */
        OK("ok"),
        /** Works, but worth knowing. */
        NOTE("note"),
        /** Something will not work. */
        PROBLEM("problem");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String sentence) {
        return new Finding(Level.OK, sentence);
    }

    static Finding note(String sentence) {
        return new Finding(Level.NOTE, sentence);
    }

    static Finding problem(String sentence) {
        return new Finding(Level.PROBLEM, sentence);
    }
}
