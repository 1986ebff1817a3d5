package marl.course;

/**
 * A line that {@code ./course doctor} prints.
 *
 * @param level how bad it is
 * @param sentence what was found, and the cure if it needs one
 */
record DoctorLine(Level level, String sentence) {

    /** How bad a line is. */
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

    static DoctorLine ok(String sentence) {
        return new DoctorLine(Level.OK, sentence);
    }

    static DoctorLine note(String sentence) {
        return new DoctorLine(Level.NOTE, sentence);
    }

    static DoctorLine problem(String sentence) {
        return new DoctorLine(Level.PROBLEM, sentence);
    }
}
