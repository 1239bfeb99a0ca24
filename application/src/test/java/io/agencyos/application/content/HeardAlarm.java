package io.agencyos.application.content;

import io.agencyos.domain.platform.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What staff were told, and of what sources they heard that it is over. */
public final class HeardAlarm implements AskModel.Alarm {

    private final List<Alert> raised = new ArrayList<>();
    private final List<String> over = new ArrayList<>();

    @Override
    public void raise(Alert alert) {
        raised.add(alert);
    }

    @Override
    public void over(String source, Instant at) {
        over.add(source);
    }

    public List<Alert> raised() {
        return List.copyOf(raised);
    }

    public List<String> over() {
        return List.copyOf(over);
    }
}
