package marl.grade.sandbox;

import java.time.Duration;

/**
 * What a student's code may use. Time is processor time, so that marks do not depend on how busy the machine is; wall time is
 * a far backstop for code that sleeps.
 *
 * @param call processor time of one call, or of one training run
 * @param exercise processor time of one exercise, start of the worker included
 * @param submission processor time of one notebook; of one worker it is kept by the operating system too
 * @param wall wall time of one call
 * @param heapMegabytes Java heap of a worker
 * @param addressMegabytes address space of a worker, which also bounds native memory
 * @param processes processes and threads of a worker, some thirty of them Java's own
 * @param fileMegabytes size of a file, and of all temporary files together
 * @param openFiles files open at the same time
 */
public record Limits(
        Duration call,
        Duration exercise,
        Duration submission,
        Duration wall,
        int heapMegabytes,
        int addressMegabytes,
        int processes,
        int fileMegabytes,
        int openFiles) {

    /**
     * What grading uses: generous beside honest answers, which take well under a second.
     *
     * @return 10 s a call, 20 s an exercise, 60 s a notebook, 30 s of wall time a call, 160 MB of heap
     */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                160,
                3_000,
                96,
                32,
                256);
    }

    /**
     * Room for an answer that uses ND4J, whose native library is large.
     *
     * @return the same times, more memory and files
     */
    Limits large() {
        return new Limits(call, exercise, submission, wall, 512, 8_000, processes, 1_000, 512);
    }

    /**
     * Other times.
     *
     * @param newCall processor time of one call
     * @param newExercise processor time of one exercise
     * @param newWall wall time of one call
     * @return a copy
     */
    public Limits within(Duration newCall, Duration newExercise, Duration newWall) {
        return new Limits(
                newCall,
                newExercise,
                submission,
                newWall,
                heapMegabytes,
                addressMegabytes,
                processes,
                fileMegabytes,
                openFiles);
    }
}
