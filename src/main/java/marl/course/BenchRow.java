package marl.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One line of the benchmark table, in microseconds. Python's times are the best of 27 runs, so the best of ours stands
 * beside them; the mean and its interval tell how much the machine was disturbed as well.
 *
 * @param name the benchmark and its parameters
 * @param mean our time over all iterations
 * @param error half of JMH's 99.9 % interval
 * @param best our time in the quickest iteration
 * @param reference what Python takes (PyTorch 1.13 or plain Python 3.11, one thread, measured on a machine of this kind)
 * @param floor the same matrix products alone, the quickest iteration of the same run
 */
record BenchRow(String name, double mean, double error, double best, OptionalDouble reference, OptionalDouble floor) {

    static final String HEAD = String.format(
            "%-34s %12s %10s %12s %12s %7s %10s",
            "benchmark (microseconds)", "mean", "+-", "best", "Python", "ratio", "floor");

    /** What the same work takes in Python, in microseconds. */
    private static final Map<String, Double> PYTHON = Map.ofEntries(
            Map.entry("DqnUpdate 18-128-128-5", 474.0),
            Map.entry("DqnUpdate 4-128-128-2", 423.0),
            Map.entry("Acting 18-128-128-5", 20.0),
            Map.entry("Acting 4-128-128-2", 19.0),
            Map.entry("QmixUpdate 32 separate 64", 1_150.0),
            Map.entry("QmixUpdate 128 separate 64", 1_320.0),
            Map.entry("QmixUpdate 32 shared 64", 830.0),
            Map.entry("QmixUpdate 128 shared 64", 960.0),
            Map.entry("MonotonicityTrials single", 460_000.0),
            Map.entry("MonotonicityTrials batch", 3_700.0),
            Map.entry("TwoStepQmix", 5_500_000.0),
            Map.entry("DilemmaPair 1 thread", 4_060_000.0),
            Map.entry("DilemmaPair 2 threads", 4_060_000.0),
            Map.entry("DriftTask", 1_900_000.0),
            Map.entry("ClimbingPairs", 6_600_000.0),
            Map.entry("RpsSelfPlay", 45_000.0),
            Map.entry("TicTacToeSelfPlay", 600_000.0),
            Map.entry("TournamentRun", 3_000_000.0),
            Map.entry("DilemmaSeeds", 40_000_000.0),
            Map.entry("SpreadStep alone", 183.0),
            Map.entry("SpreadStep 64 worlds", 64 * 183.0),
            Map.entry("SpreadActing", 205.0),
            Map.entry("SpreadTraining", 43.5),
            Map.entry("RecurrentAgents", 5_700.0),
            Map.entry("RecurrentQmix", 16_700.0),
            Map.entry("PpoUpdate 1 thread", 2_000.0),
            Map.entry("PpoUpdate 2 threads", 2_000.0),
            Map.entry("MaddpgUpdate 1 thread", 2_000.0),
            Map.entry("MaddpgUpdate 2 threads", 2_000.0),
            Map.entry("LeversTraining", 90_000_000.0));

    /** The rows in JMH's result file; a method {@code floor} joins the row of its method {@code ours}. */
    static List<BenchRow> read(String jmh) throws JsonProcessingException {
        Map<String, Double> floors = new LinkedHashMap<>();
        List<BenchRow> rows = new ArrayList<>();
        JsonNode results = new ObjectMapper().readTree(jmh);
        for (JsonNode result : results) {
            if (method(result).equals("floor")) {
                floors.put(name(result), best(result.path("primaryMetric")));
            }
        }
        for (JsonNode result : results) {
            if (method(result).equals("ours")) {
                String name = name(result);
                JsonNode metric = result.path("primaryMetric");
                rows.add(new BenchRow(
                        name,
                        metric.path("score").asDouble(),
                        metric.path("scoreError").asDouble(),
                        best(metric),
                        optional(PYTHON.get(name)),
                        optional(floors.get(name))));
            }
        }
        return rows;
    }

    /** The smallest of all iterations of all forks; the score where JMH has kept none. */
    private static double best(JsonNode metric) {
        double best = metric.path("score").asDouble();
        for (JsonNode fork : metric.path("rawData")) {
            for (JsonNode iteration : fork) {
                best = Math.min(best, iteration.asDouble());
            }
        }
        return best;
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String method(JsonNode result) {
        String full = result.path("benchmark").asText();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    private static String name(JsonNode result) {
        String[] parts = result.path("benchmark").asText().split("\\.");
        StringBuilder name = new StringBuilder(parts[parts.length - 2]);
        result.path("params").forEach(value -> name.append(' ').append(value.asText()));
        return name.toString();
    }

    /** The row for a program. */
    Map<String, Object> json() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("unit", "us/op");
        row.put("value", mean);
        row.put("error", error);
        row.put("best", best);
        row.put("reference", reference.isPresent() ? reference.getAsDouble() : null);
        row.put("floor", floor.isPresent() ? floor.getAsDouble() : null);
        return row;
    }

    /** The row for a reader. */
    @Override
    public String toString() {
        String ratio = reference.isPresent() ? String.format(Locale.ROOT, "%.1fx", reference.getAsDouble() / best) : "";
        return String.format(
                Locale.ROOT,
                "%-34s %12.2f %10.2f %12.2f %12s %7s %10s",
                name,
                mean,
                error,
                best,
                text(reference),
                ratio,
                text(floor));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
    }
}
