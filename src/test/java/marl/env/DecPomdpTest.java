package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import marl.agent.Policy;
import marl.game.Games;
import marl.random.Rng;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecPomdpTest {
    @Nested
    class Training extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return DecPomdp.of(TeamReward.of(new TeamDrift())).training();
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    /** The other face has no state for the contract to look at; it is held to play exactly as the first does. */
    @Test
    void bothFacesPlayTheSameGame() {
        DecPomdp task = DecPomdp.of(TeamReward.of(new TeamDrift()));
        MarkovGame training = task.training();
        MarkovGame execution = task.execution();
        assertEquals(3, execution.agents());
        assertEquals(4, execution.actions(1));
        assertEquals(training.observationSpace(2), execution.observationSpace(2));
        assertThrows(IllegalStateException.class, () -> execution.step(JointAction.of(0, 0, 0)));
        assertArrayEquals(training.reset(8), execution.reset(8));
        Rng rng = Rng.of(1);
        for (int t = 0; t < TeamDrift.STEPS; t++) {
            JointAction efforts = JointAction.of(rng.below(4), rng.below(4), rng.below(4));
            MarkovGame copy = execution.copy();
            Step expected = training.step(efforts);
            assertEquals(expected, execution.step(efforts));
            assertEquals(expected, copy.step(efforts), "copies carry the state of chance");
            assertArrayEquals(training.legalActions(0), execution.legalActions(0));
        }
        assertThrows(IllegalStateException.class, () -> execution.step(JointAction.of(0, 0, 0)));
    }

    @Test
    void theStateIsForTrainingOnlyInCopiesToo() {
        DecPomdp task = DecPomdp.of(new TwoStepGame());
        MarkovGame training = task.training();
        training.reset(0);
        assertArrayEquals(new double[] {1, 0, 0}, training.copy().state());
        MarkovGame execution = task.execution();
        for (MarkovGame blind :
                List.of(execution, execution.copy(), execution.copy().copy())) {
            assertThrows(IllegalStateException.class, blind::state);
            blind.reset(0);
            String said =
                    assertThrows(IllegalStateException.class, blind::state).getMessage();
            assertTrue(said.contains("training only") && said.contains("own agent's observation"), said);
        }
    }

    /** A policy that has got hold of the game it plays in can still not look. */
    @Test
    void aPolicyThatPeeksAtTheStateFails() {
        MarkovGame execution = DecPomdp.of(new TwoStepGame()).execution();
        Policy peeking = (observation, legal, rng) -> (int) execution.state()[2];
        double[][] seen = execution.reset(0);
        assertThrows(IllegalStateException.class, () -> peeking.act(seen[0], execution.legalActions(0), Rng.of(0)));
        Policy honest = (observation, legal, rng) -> observation[0] == 2 ? 1 : 0;
        assertEquals(0, honest.act(seen[0], execution.legalActions(0), Rng.of(0)));
    }

    @Test
    void aPolicyThatPeeksDoesNotCompile(@TempDir Path out) {
        assertEquals(List.of(), compile("return observation[0] > 0 && legal[1] ? 1 : rng.below(2);", out));
        assertEquals(List.of("cannot find symbol"), compile("return state[2] > 0 ? 1 : 0;", out));
        assertEquals(List.of("cannot find symbol"), compile("return observations[1][0] > 0 ? 1 : 0;", out));
        assertEquals(List.of("array required, but double found"), compile("return (int) observation[1][0];", out));
        assertEquals(List.of("cannot find symbol"), compile("return (int) observation.state()[0];", out));
        assertEquals(List.of("cannot find symbol"), compile("return (int) this.state()[0];", out));
    }

    @Test
    void aMemoryThatPeeksDoesNotCompile(@TempDir Path out) {
        assertEquals(List.of(), remembered("return new double[] {observation[0] + action};", out));
        assertEquals(List.of("cannot find symbol"), remembered("return state;", out));
        assertEquals(List.of("cannot find symbol"), remembered("return observations[1];", out));
        assertEquals(List.of("cannot find symbol"), remembered("return new double[] {actions[1]};", out));
    }

    /** Compiles a policy with this body; what the compiler had against it, the first line of each error. */
    private static List<String> compile(String body, Path out) {
        return errors(
                "import marl.agent.Policy; import marl.random.Rng; final class Peek implements Policy {"
                        + " public int act(double[] observation, boolean[] legal, Rng rng) { " + body + " } }",
                out);
    }

    /** The same for the step of a memory. */
    private static List<String> remembered(String body, Path out) {
        return errors(
                "import marl.env.Memory; final class Peek implements Memory.Update {"
                        + " public double[] next(double[] memory, double[] observation, int action) { " + body + " } }",
                out);
    }

    private static List<String> errors(String source, Path out) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Peek.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Path library = Path.of(URI.create(
                Policy.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        List<String> options = List.of("-classpath", library.toString(), "-proc:none", "-d", out.toString());
        boolean compiled = compiler.getTask(null, null, found, options, null, List.of(file))
                .call();
        List<String> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic
                        .getMessage(java.util.Locale.ENGLISH)
                        .lines()
                        .findFirst()
                        .orElse(""))
                .collect(Collectors.toList());
        assertEquals(errors.isEmpty(), compiled);
        return errors;
    }

    @Test
    void differentPaymentsAreRefusedWithTheCure() {
        StatelessGame dilemma = StatelessGame.of(Games.prisonersDilemma()).rounds(3);
        for (MarkovGame face :
                List.of(DecPomdp.of(dilemma).training(), DecPomdp.of(dilemma).execution())) {
            face.reset(0);
            assertArrayEquals(
                    new double[] {3, 3}, face.step(JointAction.of(0, 0)).rewards());
            String said = assertThrows(IllegalStateException.class, () -> face.step(JointAction.of(0, 1)))
                    .getMessage();
            assertTrue(said.contains("[0.0, 5.0]") && said.contains("TeamReward"), said);
        }
        MarkovGame mended = DecPomdp.of(TeamReward.of(dilemma)).execution();
        mended.reset(0);
        assertArrayEquals(
                new double[] {2.5, 2.5}, mended.step(JointAction.of(0, 1)).rewards());
    }

    @Test
    void theGameGivenIsNotPlayed() {
        TwoStepGame game = new TwoStepGame();
        game.reset(0);
        MarkovGame training = DecPomdp.of(game).training();
        assertArrayEquals(new double[] {1, 0, 0}, training.state(), "a copy stands where the game stood");
        training.step(JointAction.of(1, 0));
        assertArrayEquals(new double[] {1, 0, 0}, game.state());
    }
}
