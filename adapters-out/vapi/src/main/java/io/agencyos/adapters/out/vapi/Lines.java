package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.VoiceLines;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the vendor calls our numbers: remembered, else found in its list. Keys of a carrier pass through. Source: vapi 9. */
final class Lines implements VoiceLines {

    private static final String KIND = "line";
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 40;

    private final Ways<VapiAccount, Connection> ways;
    private final Assistants assistants;
    private final VendorObjects objects;

    Lines(Ways<VapiAccount, Connection> ways, Assistants assistants, VendorObjects objects) {
        this.ways = ways;
        this.assistants = assistants;
        this.objects = objects;
    }

    /** The vendor's id of a line that a command names by its number; anything else is an id already. */
    Result<String, VendorFailure> idOf(Connection connection, ClientId client, String line) {
        if (!line.startsWith("+")) {
            return Result.ok(line);
        }
        return objects.find(client, Failures.VENDOR, KIND, line)
                .map(VendorObject::externalId)
                .<Result<String, VendorFailure>>map(Result::ok)
                .orElseGet(() -> found(connection, client, line));
    }

    private Result<String, VendorFailure> found(Connection connection, ClientId client, String number) {
        return connection
                .calls()
                .read("numbers", () -> connection.api().numbers(MOST))
                .flatMap(all -> Fields.items(all).stream()
                        .filter(one -> Fields.text(one, "number")
                                .filter(number::equals)
                                .isPresent())
                        .findFirst()
                        .flatMap(one -> Fields.text(one, "id"))
                        .<Result<String, VendorFailure>>map(id -> Result.ok(remembered(client, number, id)))
                        .orElseGet(() -> Result.err(
                                Failures.invalid("numbers", "line", "the vendor does not have this number"))));
    }

    private String remembered(ClientId client, String number, String id) {
        objects.put(new VendorObject(client, Failures.VENDOR, KIND, number, id, "stands", null));
        return id;
    }

    @Override
    public Result<String, VendorFailure> line(ClientId client, PhoneNumber number) {
        return ways.of(client, "numbers").flatMap(connection -> idOf(connection, client, number.e164()));
    }

    /** A number that is there already is no failure: it is looked for in the list. */
    @Override
    public Result<String, VendorFailure> bring(ClientId client, PhoneNumber number, Carrier carrier) {
        return ways.of(client, "import number")
                .flatMap(connection -> connection
                        .calls()
                        .write("import number", () -> connection.api().addNumber(wanted(connection, number, carrier)))
                        .fold(
                                answer -> made(client, number, answer),
                                failure -> isThere(failure)
                                        ? found(connection, client, number.e164())
                                        : Result.err(failure)));
    }

    private Wire.Number wanted(Connection connection, PhoneNumber number, Carrier carrier) {
        return new Wire.Number(
                carrier.name(),
                number.e164(),
                carrier.account(),
                carrier.secret().reveal(),
                shortened("aos " + number.e164()),
                false,
                assistants.server(connection).orElse(null));
    }

    private Result<String, VendorFailure> made(ClientId client, PhoneNumber number, JsonNode answer) {
        Optional<String> id = Fields.text(answer, "id");
        return id.<Result<String, VendorFailure>>map(known -> Result.ok(remembered(client, number.e164(), known)))
                .orElseGet(() -> Result.err(Failures.contract("import number", "a number without an id")));
    }

    /** The vendor's status for a number that it has is not documented: 409, or 400 with words. */
    private static boolean isThere(VendorFailure failure) {
        return failure instanceof VendorFailure.Conflict
                || failure instanceof VendorFailure.Invalid invalid
                        && invalid.reason().toLowerCase(Locale.ROOT).contains("exist");
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
