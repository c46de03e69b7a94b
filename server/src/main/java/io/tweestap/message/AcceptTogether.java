package io.tweestap.message;

import io.tweestap.credit.Charges;
import io.tweestap.limit.LimitsTogether;
import io.tweestap.message.Acceptance.Request;
import io.tweestap.optout.OptOuts;
import io.tweestap.risk.MessageGuard;
import io.tweestap.shared.SharedTransaction;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks the database about messages: who wants none, the fraud guard, the tenant's limit, and then
/// the outbox takes them. Small requests that come together share these four statements and a
/// transaction. Each has its own answer, and what one is refused for takes nothing from another.
///
/// A tenant that pays has an account that stays locked until the end, which nobody shares.
@Component
class AcceptTogether {
  /// Recipients of a request that shares.
  private static final int SMALL = 20;

  private final OptOuts optOuts;
  private final MessageGuard guard;
  private final LimitsTogether limits;
  private final EnterMessages entry;
  private final Charges charges;
  private final TransactionTemplate transaction;
  private final SharedTransaction<Request, SendOutcome> company;

  AcceptTogether(
      OptOuts optOuts,
      MessageGuard guard,
      LimitsTogether limits,
      EnterMessages entry,
      Charges charges,
      TransactionTemplate transaction) {
    this.optOuts = optOuts;
    this.guard = guard;
    this.limits = limits;
    this.entry = entry;
    this.charges = charges;
    this.transaction = transaction;
    this.company =
        new SharedTransaction<>(
            transaction,
            one -> one.judged().fit().size() <= SMALL,
            requests -> accept(requests, false));
  }

  /// Durable on return, or with the caller's transaction where there is one.
  SendOutcome accept(Request request) {
    return charges.isBilled(request.tenant())
        ? transaction.execute(_ -> accept(List.of(request), true).getFirst())
        : company.run(request);
  }

  private List<SendOutcome> accept(List<Request> requests, boolean billed) {
    List<Acceptance> all = requests.stream().map(one -> new Acceptance(one, billed)).toList();
    boolean real = entry.reachesPeople();
    ask(open(all), Acceptance::recipients, optOuts::among, Acceptance::leaveOut);
    ask(open(all), one -> one.question(real), guard::ask, Acceptance::guarded);
    ask(openForPeople(all), Acceptance::taking, limits::take, Acceptance::limited);
    ask(open(all), one -> one, entry::write, Acceptance::end);
    all.forEach(one -> one.countedInVain().ifPresent(guard::takeBack));
    return all.stream().map(Acceptance::outcome).toList();
  }

  private static List<Acceptance> open(List<Acceptance> all) {
    return all.stream().filter(Acceptance::isOpen).toList();
  }

  private static List<Acceptance> openForPeople(List<Acceptance> all) {
    return open(all).stream().filter(Acceptance::isForPeople).toList();
  }

  private static <Q, A> void ask(
      List<Acceptance> those,
      Function<Acceptance, Q> question,
      Function<List<Q>, List<A>> asked,
      BiConsumer<Acceptance, A> answered) {
    List<A> answers = asked.apply(those.stream().map(question).toList());
    for (int i = 0; i < those.size(); i++) {
      answered.accept(those.get(i), answers.get(i));
    }
  }
}
