package io.tweestap.credit.command;

import io.tweestap.credit.Account;
import io.tweestap.credit.Accounts;
import io.tweestap.credit.LowCredit;
import io.tweestap.credit.Money;
import io.tweestap.credit.PaymentOutcome;
import io.tweestap.credit.Trial;
import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap credit`: who pays before, and what they paid.
@Component
class CreditCommand implements Command {
  private final ObjectProvider<Tenants> tenants;
  private final ObjectProvider<Accounts> accounts;
  private final ObjectProvider<LowCredit> lowCredit;

  CreditCommand(
      ObjectProvider<Tenants> tenants,
      ObjectProvider<Accounts> accounts,
      ObjectProvider<LowCredit> lowCredit) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.lowCredit = lowCredit;
  }

  @Override
  public String name() {
    return "credit";
  }

  @Override
  public String usage() {
    return """
    credit open TENANT EUR                  have a tenant pay its messages from a balance
    credit pay TENANT AMOUNT REFERENCE      add a payment; a reference counts once
    credit warn TENANT AMOUNT|never         have its webhooks told when less than this is left
    credit show TENANT                      show what a tenant has
    credit close TENANT                     have its messages cost nothing again\
    """;
  }

  @Override
  public int run(List<String> args) {
    if (args.size() < 2) {
      return wrong(usage());
    }
    Optional<Tenant> tenant = tenant(args.get(1));
    if (tenant.isEmpty()) {
      return wrong("There is no such tenant; ./tweestap tenants list shows all.");
    }
    String asked = args.getFirst() + " " + args.size();
    return switch (asked) {
      case "open 3" -> open(tenant.get(), args.get(2));
      case "pay 4" -> pay(tenant.get(), args.get(2), args.get(3));
      case "warn 3" -> warn(tenant.get(), args.get(2));
      case "show 2" -> show(tenant.get());
      case "close 2" -> close(tenant.get());
      default -> wrong(usage());
    };
  }

  private int open(Tenant tenant, String currency) {
    if (!Money.isCurrency(currency)) {
      return wrong("A currency is three capital letters, as in EUR.");
    }
    if (!accounts.getObject().open(tenant.id(), currency)) {
      return wrong("The tenant has an account in another currency, which stays.");
    }
    System.out.printf("%s pays its messages from a balance in %s.%n", tenant.name(), currency);
    return ExitCode.OK.code();
  }

  private int pay(Tenant tenant, String amount, String reference) {
    Optional<Account> account = accounts.getObject().find(tenant.id());
    Optional<Money> read =
        account
            .flatMap(known -> Money.read(amount, known.currency()))
            .filter(money -> money.micros() > 0);
    if (account.isPresent() && read.isEmpty()) {
      return wrong("An amount has a point and at most six decimals, as in 100.00.");
    }
    if (reference.isBlank() || reference.length() > 100) {
      return wrong("A reference has 1 to 100 characters.");
    }
    return read.map(money -> accounts.getObject().pay(tenant.id(), money, reference))
        .map(CreditCommand::told)
        .orElseGet(() -> told(new PaymentOutcome.NoAccount()));
  }

  private static int told(PaymentOutcome outcome) {
    return switch (outcome) {
      case PaymentOutcome.Paid(Money available) -> {
        System.out.printf("Added. The credit is %s.%n", available);
        yield ExitCode.OK.code();
      }
      case PaymentOutcome.PaidBefore() -> wrong("A payment with this reference was added before.");
      case PaymentOutcome.NoAccount() ->
          wrong("The tenant has no account; ./tweestap credit open makes one.");
      case PaymentOutcome.OtherCurrency(String currency) ->
          wrong("The account is in " + currency + ".");
    };
  }

  private int warn(Tenant tenant, String amount) {
    Optional<Account> account = accounts.getObject().find(tenant.id());
    if (account.isEmpty()) {
      return told(new PaymentOutcome.NoAccount());
    }
    String currency = account.get().currency();
    Optional<Money> below = Money.read(amount, currency).filter(money -> money.micros() > 0);
    if (below.isEmpty() && !amount.equals("never")) {
      return wrong("Give an amount, as in 25.00, or never.");
    }
    lowCredit.getObject().below(tenant.id(), currency, below);
    System.out.println(
        below
            .map(money -> "Its webhooks are told when less than " + money + " is left.")
            .orElse("Nobody is told when little is left."));
    return ExitCode.OK.code();
  }

  private int show(Tenant tenant) {
    Optional<Account> account = accounts.getObject().find(tenant.id());
    if (account.isEmpty()) {
      System.out.println("Not billed, and never was.");
      return ExitCode.OK.code();
    }
    System.out.printf(
        "available  %s%nreserved   %s%nlow below  %s%nfree parts %d%nbilled     %s%n",
        account.get().available(),
        account.get().reserved(),
        account.get().lowBelow().map(Money::toString).orElse("never"),
        account.get().trial().map(Trial::left).orElse(0),
        account.get().billed() ? "yes" : "no");
    return ExitCode.OK.code();
  }

  private int close(Tenant tenant) {
    if (!accounts.getObject().close(tenant.id())) {
      return wrong("The tenant is not billed.");
    }
    System.out.printf("Messages of %s cost nothing from now on.%n", tenant.name());
    return ExitCode.OK.code();
  }

  private Optional<Tenant> tenant(String asked) {
    List<Tenant> found =
        tenants.getObject().list().stream()
            .filter(tenant -> tenant.id().toString().equals(asked) || tenant.name().equals(asked))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}
