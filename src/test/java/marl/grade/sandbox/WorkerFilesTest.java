package marl.grade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkerFilesTest {

    private static final Set<String> NOT_FOR_ANSWERS =
            Set.of("check", "grade", "course", "project", "kernel", "record", "worker", "exercise");

    @Test
    void answersGetEveryRoomOfTheLibraryAndNoOther() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        CourseClasses.read(classes, new ArrayList<>());
        Set<String> rooms = new TreeSet<>();
        classes.keySet().forEach(name -> rooms.add(name.split("/")[1]));
        rooms.removeAll(NOT_FOR_ANSWERS);
        assertEquals(List.copyOf(rooms), WorkerFiles.LIBRARY.stream().sorted().toList());
    }
}
