package io.tweestap.message;

import io.tweestap.credit.Charges;
import io.tweestap.credit.Holding;
import io.tweestap.credit.Item;
import io.tweestap.delivery.ClientMessage;
import io.tweestap.delivery.ClientNotes;
import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.message.JudgeRecipients.Fit;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.sms.SmsParts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes the messages of a batch into the outbox, and sets aside what they cost: both or neither.
@Component
class EnterMessages {
  private static final Channel CHANNEL = Channel.SMS;

  private final Outbox outbox;
  private final Charges charges;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EnterMessages(Outbox outbox, Charges charges, TransactionTemplate transaction, Clock clock) {
    this.outbox = outbox;
    this.charges = charges;
    this.transaction = transaction;
    this.clock = clock;
  }

  boolean isServed() {
    return outbox.serves(CHANNEL);
  }

  /// Whether what is sent reaches people.
  boolean reachesPeople() {
    return outbox.reachesPeople(CHANNEL);
  }

  /// A tenant that is not billed needs no transaction here: its small requests share one.
  SendOutcome write(TenantId tenant, NewBatch batch, List<Fit> fit) {
    return charges.isBilled(tenant)
        ? transaction.execute(_ -> paid(tenant, batch, fit))
        : written(tenant, batch, fit, new Holding.NotBilled());
  }

  private SendOutcome paid(TenantId tenant, NewBatch batch, List<Fit> fit) {
    List<Item> items =
        real(fit).map(one -> new Item(one.number(), one.sender(), parts(one), false)).toList();
    Holding holding = charges.hold(tenant, items);
    return switch (holding) {
      case Holding.Refused(var why) -> new SendOutcome.Unpaid(why);
      case Holding.NotBilled _, Holding.Held _ -> written(tenant, batch, fit, holding);
    };
  }

  private SendOutcome written(TenantId tenant, NewBatch batch, List<Fit> fit, Holding holding) {
    UUID id = outbox.newBatch();
    Instant from = batch.sendAt().orElseGet(clock::instant);
    List<UUID> written =
        outbox.addAll(tenant, fit.stream().map(one -> message(id, batch, one, from)).toList());
    List<SendOutcome.One> sent = new ArrayList<>();
    List<UUID> charged = new ArrayList<>();
    for (int i = 0; i < fit.size(); i++) {
      sent.add(sent(written.get(i), fit.get(i)));
      if (!fit.get(i).test()) {
        charged.add(written.get(i));
      }
    }
    charges.assign(tenant, holding, charged);
    return new SendOutcome.Accepted(id, sent);
  }

  /// Nothing is sent to a test number, so it costs nothing.
  private static Stream<Fit> real(List<Fit> fit) {
    return fit.stream().filter(one -> !one.test());
  }

  private static int parts(Fit one) {
    return SmsParts.of(one.text()).count();
  }

  private static ClientMessage message(UUID batch, NewBatch asked, Fit one, Instant from) {
    NewMessage message =
        new NewMessage(
            batch,
            asked.priority(),
            CHANNEL,
            one.number().e164(),
            one.number().masked(),
            one.sender(),
            "",
            one.text(),
            one.locale(),
            from.plus(asked.validity()));
    return new ClientMessage(
        message,
        new ClientNotes(asked.sendAt(), one.asked().reference(), asked.metadata(), one.test()));
  }

  private static SendOutcome.One sent(UUID id, Fit one) {
    return new SendOutcome.One(
        id, one.number().masked(), one.asked().reference(), parts(one), one.test());
  }
}
