package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.TextRecords;
import io.agencyos.domain.resource.TextAnswer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A DNS of a few names. Not for several threads. */
public final class MemoryTextRecords implements TextRecords {

    private final Map<String, List<String>> zone = new TreeMap<>();
    private boolean silent;

    public void publish(String name, String... texts) {
        zone.put(name, List.of(texts));
    }

    public void remove(String name) {
        zone.remove(name);
    }

    public void silent(boolean now) {
        silent = now;
    }

    @Override
    public TextAnswer of(String name) {
        if (silent) {
            return new TextAnswer.NoAnswer();
        }
        List<String> texts = zone.get(name);
        if (texts != null) {
            return new TextAnswer.Texts(texts);
        }
        boolean above = zone.keySet().stream().anyMatch(known -> known.endsWith("." + name));
        return above ? new TextAnswer.Texts(List.of()) : new TextAnswer.NoSuchName();
    }
}
