package kubenat.oracle;

import java.util.concurrent.Callable;

/** What {@link CasesTest} asks, until something differs: the case's name; empty if nothing does. */
public final class FirstDifference implements Callable<String> {

    @Override
    public String call() {
        for (Recording recording : Recording.read(CasesTest.FILE)) {
            for (Backend backend : Backend.values()) {
                if (!recording.differences(backend, true).isEmpty()) {
                    return recording.name() + ", " + backend;
                }
            }
        }
        return "";
    }
}
