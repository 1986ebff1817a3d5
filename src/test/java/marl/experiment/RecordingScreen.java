package marl.experiment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A screen for tests, live only while a system property says so; it writes down what it is shown. */
public final class RecordingScreen implements Screen {
    static final String SWITCH = "marl.test.screen";
    static final List<String> SHOWN = new CopyOnWriteArrayList<>();

    @Override
    public boolean live() {
        return Boolean.getBoolean(SWITCH);
    }

    @Override
    public String open(Object value, String text) {
        SHOWN.add("open " + value);
        return "id 1";
    }

    @Override
    public void update(String id, Object value, String text) {
        SHOWN.add(id + " " + text);
    }
}
