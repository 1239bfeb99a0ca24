package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import tools.jackson.databind.JsonNode;

/** Asks the office whether post arrives. Source: vendors/direct-mail 1, 2. */
final class Addresses implements AddressVerifier {

    private final Ways<PostOfficeAccount, Connection> ways;

    Addresses(Ways<PostOfficeAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<Verdict, VendorFailure> verify(ClientId client, PostalAddress address) {
        return ways.of(client, "verify")
                .flatMap(connection -> connection
                        .calls()
                        .read("verify", () -> connection.api().verify(Wire.Address.of(address)))
                        .flatMap(answer -> verdict(answer, address)));
    }

    private static Result<Verdict, VendorFailure> verdict(JsonNode answer, PostalAddress asked) {
        return switch (Fields.text(answer, "status").orElse("")) {
            case "verified" -> Result.ok(new Verdict.Verified());
            case "failed" -> Result.ok(new Verdict.Failed());
            case "corrected" ->
                Wire.Address.read(answer.path("address"), asked)
                        .<Result<Verdict, VendorFailure>>map(better -> Result.ok(new Verdict.Corrected(better)))
                        .orElseGet(() -> Result.err(Failures.contract("verify", "a correction without an address")));
            default -> Result.err(Failures.contract("verify", "an unknown status"));
        };
    }
}
