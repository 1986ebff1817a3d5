package marl.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import marl.io.WholeFile;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Keeps tables in CSV files that read back equal, every digit included. */
public final class Results {
    private Results() {}

    /**
     * Writes a table. The file appears whole or not at all: it is written beside its place and moved there.
     *
     * @throws IllegalArgumentException if the table would not read back equal, because CSV has no types: a text column that
     *     looks like numbers, an empty text, or a column without any value
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, Table table) {
        write(file, table, List.of());
    }

    /** The same, with lines above the table that say what it is; they begin with #, and readers skip them. */
    public static void write(Path file, Table table, List<String> about) {
        StringWriter text = new StringWriter();
        about.forEach(line -> text.append("# ").append(line).append('\n'));
        table.write()
                .usingOptions(
                        CsvWriteOptions.builder(text).usePrintFormatters(false).build());
        Table back = parse(table.name(), text.toString());
        for (Column<?> column : table.columns()) {
            if (!equal(column, back.column(column.name()))) {
                throw new IllegalArgumentException("Column " + column.name()
                        + " would not read back as it is; give it values, and texts that do not look like numbers.");
            }
        }
        try {
            WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads a table that {@link #write} wrote.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Table read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
            return parse(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * A table that comes with the course: runs too long for a lesson, which {@code ./course sweep} makes again.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Table recorded(String name) {
        return parse(name, text(name));
    }

    /**
     * What stands above such a table: its settings, how it was made and where.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String about(String name) {
        return text(name)
                .lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
    }

    private static String text(String name) {
        try (InputStream in = Results.class.getResourceAsStream("/marl/recorded/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "There is no recorded table " + name + "; ./course sweep lists what can be recorded.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the recorded table " + name + ".", e);
        }
    }

    private static Table parse(String name, String text) {
        CsvReadOptions options = CsvReadOptions.builder(new StringReader(text))
                .tableName(name)
                .sample(false)
                .commentPrefix('#')
                .ignoreZeroDecimal(false)
                .missingValueIndicator("")
                .columnTypesToDetect(List.of(ColumnType.BOOLEAN, ColumnType.LONG, ColumnType.DOUBLE, ColumnType.STRING))
                .build();
        return Table.read().usingOptions(options);
    }

    private static boolean equal(Column<?> a, Column<?> b) {
        boolean equal = a.type().equals(b.type()) && a.size() == b.size();
        for (int i = 0; equal && i < a.size(); i++) {
            equal = a.isMissing(i)
                    ? b.isMissing(i)
                    : !b.isMissing(i) && a.get(i).equals(b.get(i));
        }
        return equal;
    }
}
