package io.agencyos.application.conversion;

import java.util.List;

/** One row more than a page holds is read, to know whether more follow. */
final class Pages {

    private Pages() {}

    static <T> List<T> cut(List<T> found, int limit) {
        return found.size() > limit ? found.subList(0, limit) : found;
    }
}
