package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.deal.Fault;
import io.agencyos.application.deal.KeepCustomers;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The client's customers, whose people nobody writes to. Source: api 9.14. */
public final class CustomerRoutes implements RouteGroup {

    private static final String TAG = "Customers";
    private static final String ALL = Route.C + "/customers";
    private static final String ONE = ALL + "/{id}";
    private static final String LIFT = "remove_suppression";

    private final KeepCustomers customers;

    public CustomerRoutes(SaleUseCases sales) {
        customers = sales.keepCustomers();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The client's customers")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("status", CustomerStatus.class),
                                Param.words("source", CustomerSource.class),
                                Param.search("Looks in name and domain."))
                        .lists(
                                CustomerView.class,
                                Sorting.of("company_name", "-company_name", "created_at", "-created_at"),
                                CustomerView.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "A company buys from the client: nobody there is written to any more")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CUSTOMERS_WRITE)
                        .idempotent()
                        .body(CustomerBodies.NewCustomer.class, CustomerBodies.NewCustomer.EXAMPLE)
                        .answers(201, CustomerView.class, CustomerView.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::add),
                Route.get(ONE, "One customer")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(CustomerView.class, CustomerView.EXAMPLE)
                        .handledBy(call -> customers
                                .find(call.scope(), call.id("id", CustomerId::new))
                                .<Reply<CustomerView>>map(CustomerRoutes::shown)
                                .orElseGet(Reply::notFound)),
                Route.patch(ONE, "What is said of it now")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CUSTOMERS_WRITE)
                        .ifMatchOrLastWrite()
                        .body(CustomerBodies.Edit.class, CustomerBodies.Edit.EXAMPLE)
                        .rules(CustomerBodies.Edit::errors)
                        .answers(CustomerView.class, CustomerView.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::edit),
                Route.delete(
                                ONE,
                                "It is no customer any more; its people stay out of reach unless it is said otherwise")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .params(Param.flag(LIFT, "Takes away the suppression that this customer brought."))
                        .handledBy(this::remove));
    }

    private Reply<Page<CustomerView>> list(Call<None> call) {
        String sort = call.paging().sort();
        boolean descending = sort.startsWith("-");
        Customers.By by = sort.endsWith("created_at") ? Customers.By.CREATED_AT : Customers.By.COMPANY_NAME;
        KeepCustomers.Page page = customers.list(
                call.scope(),
                new Customers.Filter(
                        Params.words(call.query(), "status", CustomerStatus.class),
                        Params.words(call.query(), "source", CustomerSource.class),
                        call.query().text("q").orElse(null)),
                by,
                descending,
                call.paging()
                        .after()
                        .map(after -> new Customers.After(after.keys().getFirst(), new CustomerId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<CustomerView> views =
                page.customers().stream().map(CustomerView::of).toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(new Paging.Position(
                                List.of(by.key(page.customers().getLast().customer())),
                                views.getLast().id()))
                        : Optional.empty()));
    }

    private static Reply<CustomerView> shown(Customers.Kept kept) {
        return Reply.ok(CustomerView.of(kept)).version(kept.customer().version());
    }

    private Reply<CustomerView> add(Call<CustomerBodies.NewCustomer> call) {
        return switch (call.body().read()) {
            case Result.Err<KeepCustomers.Said, List<FieldError>>(List<FieldError> errors) -> Reply.invalid(errors);
            case Result.Ok<KeepCustomers.Said, List<FieldError>>(KeepCustomers.Said said) ->
                answered(call, customers.add(call.scope(), said, call.origin()), Role.MEMBER, kept -> {
                    CustomerView view = CustomerView.of(kept);
                    return Reply.created(call.path() + "/" + view.id(), view).version(view.version());
                });
        };
    }

    private Reply<CustomerView> edit(Call<CustomerBodies.Edit> call) {
        return answered(
                call,
                customers.change(
                        call.scope(),
                        call.id("id", CustomerId::new),
                        before -> call.body().onto(before, new FieldErrors()),
                        call.sentVersion(),
                        call.origin()),
                Role.MEMBER,
                CustomerRoutes::shown);
    }

    private Reply<None> remove(Call<None> call) {
        return answered(
                call,
                customers.remove(
                        call.scope(),
                        call.id("id", CustomerId::new),
                        call.query().flag(LIFT),
                        call.origin()),
                Role.ADMIN,
                gone -> Reply.noContent());
    }

    private static <V> Reply<V> answered(
            Call<?> call, KeepCustomers.Outcome outcome, Role least, Function<Customers.Kept, Reply<V>> saved) {
        return switch (outcome) {
            case KeepCustomers.Outcome.Saved(Customers.Kept kept) -> saved.apply(kept);
            case KeepCustomers.Outcome.Duplicate(CustomerId known) ->
                Reply.refused(Problem.of(ProblemCode.DUPLICATE, "The client has this customer.")
                        .with("existing_id", known.text()));
            case KeepCustomers.Outcome.NotFound missing -> Reply.notFound();
            case KeepCustomers.Outcome.VersionConflict(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
            case KeepCustomers.Outcome.Invalid(List<Fault> faults) -> Faults.invalid(faults);
            case KeepCustomers.Outcome.Forbidden refused -> Faults.forbidden(call, least);
        };
    }
}
