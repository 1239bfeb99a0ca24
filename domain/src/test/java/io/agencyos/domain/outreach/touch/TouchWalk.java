package io.agencyos.domain.outreach.touch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Visits every world that can be reached, nearest first and each once for all its mirror images, and keeps how it came there. */
final class TouchWalk {

    /** The shortest way on which something broke. */
    record Broken(String what, List<String> way) {

        @Override
        public String toString() {
            return what + "\n  " + String.join("\n  ", way);
        }
    }

    private final TouchProtocol protocol;
    private final TouchSteps.Scope scope;
    private final Set<TouchInvariant> watched;
    private final Map<TouchWorld, Integer> index = new HashMap<>();
    private final List<TouchWorld> worlds = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<List<Integer>> benignBefore = new ArrayList<>();

    private TouchWalk(TouchProtocol protocol, TouchSteps.Scope scope, Set<TouchInvariant> watched) {
        this.protocol = protocol;
        this.scope = scope;
        this.watched = watched;
    }

    /** Walks until one of the watched invariants breaks, or everything was seen. */
    static TouchWalk through(TouchProtocol protocol, TouchSteps.Scope scope, Set<TouchInvariant> watched) {
        return new TouchWalk(protocol, scope, watched);
    }

    Optional<Broken> firstBreach() {
        meet(TouchWorld.beginning(), "", -1);
        for (int at = 0; at < worlds.size(); at++) {
            TouchWorld world = worlds.get(at);
            for (TouchSteps.Step step : TouchSteps.from(world, protocol, scope)) {
                for (TouchInvariant invariant : watched) {
                    if (!invariant.holds(world, step.to())) {
                        return Optional.of(new Broken(invariant.name(), way(at, step.what() + " => " + step.to())));
                    }
                }
                int to = meet(step.to(), step.what(), at);
                if (step.benign()) {
                    benignBefore.get(to).add(at);
                }
            }
        }
        return Optional.empty();
    }

    private int meet(TouchWorld met, String label, int parent) {
        TouchWorld world = met.normal();
        Integer known = index.putIfAbsent(world, worlds.size());
        if (known != null) {
            return known;
        }
        worlds.add(world);
        labels.add(label);
        parents.add(parent);
        benignBefore.add(new ArrayList<>());
        return worlds.size() - 1;
    }

    int size() {
        return worlds.size();
    }

    /**
     * I12: a world from which no end can be reached although nothing fails any more and nobody acts. A touch whose calls
     * are used up counts as ended: the walk stops there, not the protocol.
     */
    Optional<Broken> firstStranded() {
        boolean[] ending = new boolean[worlds.size()];
        List<Integer> open = new ArrayList<>();
        for (int at = 0; at < worlds.size(); at++) {
            Touch touch = worlds.get(at).touch();
            if (touch.state().isTerminal() || touch.dispatchCount() == scope.calls()) {
                ending[at] = true;
                open.add(at);
            }
        }
        while (!open.isEmpty()) {
            for (int earlier : benignBefore.get(open.removeLast())) {
                if (!ending[earlier]) {
                    ending[earlier] = true;
                    open.add(earlier);
                }
            }
        }
        for (int at = 0; at < ending.length; at++) {
            if (!ending[at]) {
                return Optional.of(new Broken("I12_NOBODY_STRANDED", way(at, "=> " + worlds.get(at))));
            }
        }
        return Optional.empty();
    }

    private List<String> way(int to, String last) {
        List<String> way = new ArrayList<>(List.of(last));
        for (int at = to; at > 0; at = parents.get(at)) {
            way.add(labels.get(at));
        }
        Collections.reverse(way);
        return way;
    }
}
