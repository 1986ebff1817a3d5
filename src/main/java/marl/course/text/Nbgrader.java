package marl.course.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import marl.project.NotebookJson;

/** The metadata that nbgrader (schema version 3) reads, so that an instructor can use it on our notebooks as they are. */
final class Nbgrader {

    private Nbgrader() {}

    /** What {@code cell} carries, with the checksum over {@code source}. */
    static ObjectNode metadata(Cell cell, String source) {
        boolean grade = cell.kind() == Cell.Kind.CHECK;
        boolean solution = cell.kind() == Cell.Kind.ANSWER;
        String id = gradeId(cell);
        ObjectNode node = NotebookJson.MAPPER.createObjectNode();
        node.put("cell_type", "code");
        node.put("checksum", checksum(source, grade, solution, grade, id, cell.points()));
        node.put("grade", grade);
        node.put("grade_id", id);
        node.put("locked", grade);
        if (grade) {
            points(node, cell.points());
        }
        node.put("schema_version", 3);
        node.put("solution", solution);
        node.put("task", false);
        return node;
    }

    /** A browser's JSON knows no 2.0: a whole number is written as one, so that saving in JupyterLab changes nothing. */
    private static void points(ObjectNode node, double points) {
        if (points == (int) points) {
            node.put("points", (int) points);
        } else {
            node.put("points", points);
        }
    }

    /** An answer cell carries its exercise's id, a check cell the id and {@code -check}. */
    static String gradeId(Cell cell) {
        return cell.exercise() + (cell.kind() == Cell.Kind.CHECK ? "-check" : "");
    }

    /** As nbgrader computes it: fields joined in its order, booleans and floats as Python prints them. */
    static String checksum(
            String source, boolean grade, boolean solution, boolean locked, String gradeId, double points) {
        String text = source + "code" + python(grade) + python(solution) + python(locked) + gradeId
                + (grade ? Double.toString(points) : "");
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }
}
