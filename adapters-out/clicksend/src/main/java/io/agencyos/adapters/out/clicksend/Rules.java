package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Our rules at the vendor, known by their names: one that pushes and one that keeps for the poll, for texts and for
 * receipts. Several that keep would hold everything several times, so what is left over goes. Source: clicksend 5.1.
 */
final class Rules {

    /** What a rule is about, with the vendor's word in the address and for the id. */
    enum Kind {
        INBOUND("inbound", "inbound_rule_id"),
        RECEIPTS("receipts", "receipt_rule_id");

        final String wire;
        private final String id;

        Kind(String wire, String id) {
            this.wire = wire;
            this.id = id;
        }
    }

    private static final int ENABLED = 1;
    private static final String PUSHED_AS = "json";

    private final Connection connection;

    Rules(Connection connection) {
        this.connection = connection;
    }

    /** Makes both rules of a kind stand, once each; answers the id of the one that pushes. */
    Result<String, VendorFailure> stand(Kind kind, URI address) {
        return ours(kind)
                .flatMap(standing -> one(kind, standing, rule(kind, pushing(kind), address))
                        .flatMap(id -> one(kind, standing, rule(kind, keeping(kind), null))
                                .map(kept -> id)));
    }

    private static String pushing(Kind kind) {
        return "agency-os " + kind.wire;
    }

    private static String keeping(Kind kind) {
        return "agency-os " + kind.wire + " poll";
    }

    private static Wire.Rule rule(Kind kind, String name, @Nullable URI address) {
        String action = address == null ? "POLL" : "URL";
        String target = address == null ? null : address.toString();
        return switch (kind) {
            case INBOUND -> new Wire.Rule("*", name, 0, "", null, action, target, ENABLED, PUSHED_AS);
            case RECEIPTS -> new Wire.Rule(null, name, null, null, 0, action, target, ENABLED, null);
        };
    }

    private Result<List<JsonNode>, VendorFailure> ours(Kind kind) {
        return connection
                .all("rules", page -> connection.api().rules(kind.wire, page))
                .map(rules -> rules.stream()
                        .filter(rule -> Fields.text(rule, "rule_name")
                                .filter(List.of(pushing(kind), keeping(kind))::contains)
                                .isPresent())
                        .toList());
    }

    /** Where the vendor pushes to now; empty where nothing stands. */
    Result<Optional<String>, VendorFailure> address(Kind kind) {
        return ours(kind)
                .map(rules -> rules.stream()
                        .filter(rule -> Fields.text(rule, "rule_name")
                                .filter(pushing(kind)::equals)
                                .isPresent())
                        .flatMap(rule -> Fields.text(rule, "action_address").stream())
                        .findFirst());
    }

    /**
     * Where the rule pushes to that is whole: switched on, and with the one beside it that keeps for the poll what was not delivered.
     */
    Result<Optional<URI>, VendorFailure> standing(Kind kind) {
        return ours(kind).map(rules -> {
            boolean kept = rules.stream().anyMatch(rule -> is(rule, keeping(kind), "POLL"));
            return rules.stream()
                    .filter(rule -> kept && is(rule, pushing(kind), "URL"))
                    .flatMap(rule -> Fields.text(rule, "action_address").flatMap(Rules::uri).stream())
                    .findFirst();
        });
    }

    /** A rule of that name that is switched on and does that; what the list leaves out is as we made it. */
    private static boolean is(JsonNode rule, String name, String action) {
        return Fields.text(rule, "rule_name").filter(name::equals).isPresent()
                && Fields.text(rule, "action").orElse(action).equals(action)
                && (!rule.hasNonNull("enabled") || Fields.flag(rule, "enabled"));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Lets the vendor call an address as its rule would. */
    Result<Boolean, VendorFailure> tried(Kind kind, String address) {
        Wire.Trial trial = new Wire.Trial(address, kind == Kind.INBOUND ? PUSHED_AS : null);
        return connection
                .calls()
                .write("try hook", () -> connection.api().tryHook(kind.wire, trial))
                .map(answer -> true);
    }

    private Result<String, VendorFailure> one(Kind kind, List<JsonNode> standing, Wire.Rule rule) {
        List<String> ids = standing.stream()
                .filter(found -> Fields.text(found, "rule_name")
                        .filter(rule.ruleName()::equals)
                        .isPresent())
                .flatMap(found -> Fields.text(found, kind.id).stream())
                .toList();
        if (ids.isEmpty()) {
            return connection
                    .calls()
                    .write("add rule", () -> connection.api().addRule(kind.wire, rule))
                    .flatMap(answer -> Fields.text(answer.path("data"), kind.id)
                            .<Result<String, VendorFailure>>map(Result::ok)
                            .orElseGet(() -> Result.err(Failures.contract("add rule", "a rule without an id"))));
        }
        return removed(kind, ids.subList(1, ids.size()))
                .flatMap(gone -> connection
                        .calls()
                        .idempotent("change rule", () -> connection.api().changeRule(kind.wire, ids.getFirst(), rule)))
                .map(changed -> ids.getFirst());
    }

    /** Takes all rules of ours away; answers how many there were. */
    Result<Integer, VendorFailure> removed(Kind kind) {
        return ours(kind)
                .map(rules -> rules.stream()
                        .flatMap(rule -> Fields.text(rule, kind.id).stream())
                        .toList())
                .flatMap(ids -> removed(kind, ids));
    }

    private Result<Integer, VendorFailure> removed(Kind kind, List<String> ids) {
        for (String id : ids) {
            Optional<VendorFailure> failure = connection
                    .calls()
                    .idempotent("remove rule", () -> connection.api().removeRule(kind.wire, id))
                    .fold(done -> Optional.empty(), Optional::of);
            if (failure.filter(other -> !(other instanceof VendorFailure.NotFound))
                    .isPresent()) {
                return Result.err(failure.get());
            }
        }
        return Result.ok(ids.size());
    }
}
