package marl.grade.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import marl.project.UserError;

/**
 * Finds the notebooks in a folder of submissions. It knows a folder for each student, flat files, and the folders of
 * nbgrader, Moodle and Gradescope (see {@link Owners}). No file is opened but Gradescope's list, and no link is
 * followed: a link to the solutions would otherwise be marked.
 */
public final class SubmissionFinder {

    /**
     * What lies in a folder of submissions.
     *
     * @param submissions the notebooks, by student, then by name
     * @param problems what was left out and must be looked at, in sentences for the instructor, sorted
     */
    public record Found(List<Submission> submissions, List<String> problems) {

        /** Copies the lists. */
        public Found {
            submissions = List.copyOf(submissions);
            problems = List.copyOf(problems);
        }
    }

    private SubmissionFinder() {}

    /**
     * Finds all submissions. What lies beside {@code submitted} in a folder of nbgrader is no submission.
     *
     * @param folder the folder of submissions; a link to one will do
     * @param lessons the names of the course's notebooks, for example {@code 06-qmix}
     * @return the notebooks and the problems
     * @throws UserError if there is no such folder, or no notebook in it
     */
    public static Found find(Path folder, Collection<String> lessons) {
        Path start;
        try {
            start = folder.toRealPath();
        } catch (IOException none) {
            throw UserError.usage("There is no folder " + folder + ": name the folder that holds the submissions.");
        }
        if (!Files.isDirectory(start)) {
            throw UserError.usage(folder + " is not a folder: name the folder that holds the submissions.");
        }
        Path submitted = start.resolve("submitted");
        boolean nbgrader = Files.isDirectory(submitted, LinkOption.NOFOLLOW_LINKS);
        List<String> problems = new ArrayList<>();
        Owners owners = Owners.in(nbgrader ? submitted : start, lessons, problems);
        SubmissionWalk walk = new SubmissionWalk(start, nbgrader ? submitted : start, owners, problems);
        try {
            walk.run();
        } catch (IOException broken) {
            throw UserError.unreadable(folder, broken);
        }
        List<Submission> found = new ArrayList<>(walk.found());
        found.sort(Comparator.comparing(Submission::student).thenComparing(Submission::name));
        problems.sort(Comparator.naturalOrder());
        if (found.isEmpty()) {
            throw UserError.usage("There is no notebook to mark in " + folder + ". "
                    + (problems.isEmpty() ? "It should hold a folder for each student." : problems.get(0)));
        }
        return new Found(found, problems);
    }
}
