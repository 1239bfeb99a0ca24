package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.vendor.ConnectVendor.FieldProblem;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person said about an account, held against what the connector asks for. What is blank was not said. */
public final class VendorForm {

    private static final int LONGEST = 2_000;

    private final VendorConnector connector;
    private final String accountRef;
    private final Map<String, String> credentials = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();

    public VendorForm(VendorConnector connector, ConnectVendor.Request request) {
        this.connector = connector;
        this.accountRef = request.accountRef().strip();
        request.credentials().forEach((name, secret) -> said(credentials, name, secret.reveal()));
        request.settings().forEach((name, value) -> said(settings, name, value));
    }

    private static void said(Map<String, String> values, String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    /** Every problem, by the fields of the request. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (accountRef.isEmpty() || accountRef.length() > LONGEST) {
            problems.add(new FieldProblem("account_ref", "is required: " + connector.accountMeaning()));
        }
        Map<String, String> left = check("credentials.", connector.credentials(), credentials, problems);
        connector.namedCredentials().ifPresent(keys -> named(keys, left, problems));
        unknown("credentials.", left, problems);
        unknown("settings.", check("settings.", connector.settings(), settings, problems), problems);
        return problems;
    }

    /** Takes the names that were chosen out of those that are left. */
    private static void named(VendorConnector.NamedKeys keys, Map<String, String> left, List<FieldProblem> problems) {
        Map<String, String> chosen = new TreeMap<>(left);
        chosen.keySet().removeIf(keys.accepted().negate());
        if (chosen.isEmpty()) {
            problems.add(new FieldProblem("credentials", "needs at least one " + keys.name() + ": " + keys.meaning()));
        }
        chosen.forEach((name, value) -> {
            left.remove(name);
            if (value.length() > LONGEST) {
                problems.add(tooLong("credentials." + name));
            }
        });
    }

    private static FieldProblem tooLong(String field) {
        return new FieldProblem(field, "has at most " + LONGEST + " characters");
    }

    private static void unknown(String group, Map<String, String> left, List<FieldProblem> problems) {
        left.keySet().forEach(name -> problems.add(new FieldProblem(group + name, "is not known")));
    }

    /** Answers what was said and not asked for. */
    private static Map<String, String> check(
            String group, List<VendorConnector.Field> asked, Map<String, String> said, List<FieldProblem> problems) {
        Map<String, String> left = new TreeMap<>(said);
        for (VendorConnector.Field field : asked) {
            String value = left.remove(field.name());
            if (value == null) {
                if (field.required()) {
                    problems.add(new FieldProblem(group + field.name(), "is required: " + field.meaning()));
                }
            } else if (value.length() > LONGEST) {
                problems.add(tooLong(group + field.name()));
            } else if (!field.choices().isEmpty() && !field.choices().contains(value)) {
                problems.add(new FieldProblem(group + field.name(), "is one of " + String.join(", ", field.choices())));
            }
        }
        return left;
    }

    /** Where there are no problems. */
    public VendorAccount account(ClientId client) {
        Map<String, SecretText> keys = new HashMap<>();
        credentials.forEach((name, value) -> keys.put(name, new SecretText(value)));
        return new VendorAccount(client, connector.vendor(), accountRef, null, settings, keys);
    }
}
