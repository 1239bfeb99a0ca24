package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Connects a client's account: the key is tried and the rules are made by which the vendor tells us. Source: clicksend 5.1. */
final class ClickSendConnector extends DescribedConnector {

    private final Ways<ClickSendAccount, Connection> ways;
    private final OwnNumbers numbers;

    ClickSendConnector(Ways<ClickSendAccount, Connection> ways, OwnNumbers numbers) {
        super(new Description(
                Failures.VENDOR,
                "sms",
                "the API username",
                List.of(Field.required(ClickSendAccount.API_KEY, "the API key of that username")),
                List.of(Field.yesOrNo(
                        ClickSendAccount.POST, "letters and postcards leave by it too, which only old accounts may"))));
        this.ways = ways;
        this.numbers = numbers;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        Connection connection = ways.to(ClickSendAccount.of(account));
        return Purse.account(connection, "account").map(data -> {
            String name = Fields.text(data, "username").orElse(account.accountRef());
            return Fields.flag(data, "on_trial") ? name + " (trial)" : name;
        });
    }

    /** The vendor signs nothing, so that the unguessable id in the address is the secret. */
    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        Rules rules = rules(account);
        List<MadeHook> made = new ArrayList<>();
        for (Rules.Kind kind : Rules.Kind.values()) {
            String hookId = newHookId.get();
            Result<String, VendorFailure> rule = rules.stand(kind, addressOfHookId.apply(hookId));
            if (rule instanceof Result.Err<String, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            made.add(new MadeHook(rule.orElseThrow(), hookId, new SecretText(hookId), kind.wire));
        }
        return Result.ok(made);
    }

    @Override
    public Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        Rules rules = rules(account);
        return rules.standing(Rules.Kind.INBOUND)
                .flatMap(texts -> rules.standing(Rules.Kind.RECEIPTS)
                        .map(receipts -> Optional.of(Stream.of(texts, receipts)
                                .flatMap(Optional::stream)
                                .map(StandingHook::at)
                                .collect(Collectors.toSet()))));
    }

    /** The rules that keep for the poll hold what the others push. */
    @Override
    public Set<String> typesThatArePolled() {
        return Set.of("sms_received", "sms_unsubscribed", "sms_delivered", "sms_undelivered");
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        Rules rules = rules(account);
        return rules.removed(Rules.Kind.INBOUND)
                .flatMap(texts -> rules.removed(Rules.Kind.RECEIPTS).map(receipts -> texts + receipts));
    }

    /** Whether the vendor reaches the hooks that it is to call, and whether the law lets the account's numbers text Australia. Source: clicksend 3, 4.3. */
    @Override
    public List<String> examine(VendorAccount account) {
        Connection connection = ways.to(ClickSendAccount.of(account));
        Rules rules = rules(account);
        List<String> wrong = new ArrayList<>();
        for (Rules.Kind kind : Rules.Kind.values()) {
            rules.address(kind)
                    .fold(
                            address -> address.flatMap(there -> reached(rules, kind, there)),
                            failure -> Optional.of("its rules cannot be read: " + failure.told()))
                    .ifPresent(wrong::add);
        }
        wrong.addAll(Allowance.missing(connection, numbers));
        return wrong;
    }

    private static Optional<String> reached(Rules rules, Rules.Kind kind, String address) {
        return rules.tried(kind, address)
                .fold(
                        done -> Optional.empty(),
                        failure -> Optional.of(
                                "its call to our hook for " + kind.wire + " does not arrive: " + failure.told()));
    }

    private Rules rules(VendorAccount account) {
        return new Rules(ways.to(ClickSendAccount.of(account)));
    }
}
