package io.tweestap.message;

import io.tweestap.credit.Charges;
import io.tweestap.credit.Holding;
import io.tweestap.credit.Item;
import io.tweestap.credit.Shortage;
import io.tweestap.delivery.ClientMessage;
import io.tweestap.delivery.ClientNotes;
import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.message.JudgeRecipients.Fit;
import io.tweestap.shared.Channel;
import io.tweestap.sms.SmsParts;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Writes the messages of a batch into the outbox, and sets aside what they cost: both or neither.
@Component
class EnterMessages {
  private static final Channel CHANNEL = Channel.SMS;

  private final Outbox outbox;
  private final Charges charges;
  private final Clock clock;

  EnterMessages(Outbox outbox, Charges charges, Clock clock) {
    this.outbox = outbox;
    this.charges = charges;
    this.clock = clock;
  }

  boolean isServed() {
    return outbox.serves(CHANNEL);
  }

  /// Whether what is sent reaches people.
  boolean reachesPeople() {
    return outbox.reachesPeople(CHANNEL);
  }

  /// @param batch the id of its messages together
  private record Entry(Acceptance request, UUID batch, Holding holding) {}

  /// The messages of all requests in one statement. What is paid for needs a transaction around it.
  ///
  /// @return in the order of the requests
  List<SendOutcome> write(List<Acceptance> requests) {
    List<Entry> entries =
        requests.stream().map(one -> new Entry(one, outbox.newBatch(), hold(one))).toList();
    Iterator<UUID> written =
        outbox.addAll(entries.stream().flatMap(this::messages).toList()).iterator();
    return entries.stream().map(one -> outcome(one, written)).toList();
  }

  /// Nothing is sent to a test number, so it costs nothing.
  private Holding hold(Acceptance request) {
    return request.isBilled()
        ? charges.hold(request.tenant(), request.real().stream().map(EnterMessages::item).toList())
        : new Holding.NotBilled();
  }

  private static Item item(Fit one) {
    return new Item(one.number(), one.sender(), parts(one), false);
  }

  private Stream<ClientMessage> messages(Entry entry) {
    NewBatch asked = entry.request().batch();
    Instant from = asked.sendAt().orElseGet(clock::instant);
    return entry.holding() instanceof Holding.Refused
        ? Stream.empty()
        : entry.request().fit().stream().map(one -> message(entry, one, from));
  }

  private SendOutcome outcome(Entry entry, Iterator<UUID> written) {
    if (entry.holding() instanceof Holding.Refused(Shortage why)) {
      return new SendOutcome.Unpaid(why);
    }
    List<SendOutcome.One> sent =
        entry.request().fit().stream().map(one -> sent(written.next(), one)).toList();
    charges.assign(
        entry.request().tenant(),
        entry.holding(),
        sent.stream().filter(one -> !one.test()).map(SendOutcome.One::id).toList());
    return new SendOutcome.Accepted(entry.batch(), sent);
  }

  private static int parts(Fit one) {
    return SmsParts.of(one.text()).count();
  }

  private static ClientMessage message(Entry entry, Fit one, Instant from) {
    NewBatch asked = entry.request().batch();
    NewMessage message =
        new NewMessage(
            entry.batch(),
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
        entry.request().tenant(),
        message,
        new ClientNotes(asked.sendAt(), one.asked().reference(), asked.metadata(), one.test()));
  }

  private static SendOutcome.One sent(UUID id, Fit one) {
    return new SendOutcome.One(
        id, one.number().masked(), one.asked().reference(), parts(one), one.test());
  }
}
