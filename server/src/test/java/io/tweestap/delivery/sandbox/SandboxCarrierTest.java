package io.tweestap.delivery.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.CarrierContract;
import io.tweestap.delivery.DeliveryDatabase;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.vault.SharedVault;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxCarrierTest extends CarrierContract {
  private static final TenantId TENANT = SampleMessages.TENANT;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final SandboxRows rows = new SandboxRows(database.jdbc(), database.transaction(), clock);
  private final SandboxCarrier carrier = carrier(rows);
  private final Handsets handsets = new Handsets(database.jdbc(), SharedVault.get(), clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Carrier working() {
    return carrier;
  }

  @Override
  protected List<Carrier> failing() {
    DeliveryDatabase gone = new DeliveryDatabase();
    gone.close();
    DeliveryDatabase empty = new DeliveryDatabase();
    empty.jdbc().sql("DROP TABLE sandbox_message").update();
    return List.of(
        carrier(new SandboxRows(gone.jdbc(), gone.transaction(), clock)),
        carrier(new SandboxRows(empty.jdbc(), empty.transaction(), clock)));
  }

  @Test
  void whatItAcceptedStandsOnTheHandset() {
    OutgoingMessage message = SampleMessages.text(Channel.SMS, "first line\nsecond line\n");
    carrier.send(message);
    HandsetMessage shown = messages(SampleMessages.NUMBER).getFirst();
    assertThat(shown.messageId()).isEqualTo(message.id());
    assertThat(shown.to()).isEqualTo(SampleMessages.NUMBER);
    assertThat(shown.sender()).isEqualTo("Acme");
    assertThat(shown.text()).isEqualTo("first line\nsecond line\n");
    assertThat(shown.channel()).isEqualTo(Channel.SMS);
    assertThat(shown.createdAt()).isEqualTo(SampleMessages.NOW);
  }

  @Test
  void nothingReadableStandsInTheDatabase() {
    carrier.send(SampleMessages.code(Channel.SMS));
    carrier.send(SampleMessages.code(Channel.EMAIL));
    assertThat(database.dump("sandbox_message"))
        .doesNotContain("31612345678", "anna", SampleMessages.CODE, "Acme", "Your code");
  }

  @Test
  void aMessageThatCameTwiceShowsTwiceWithOneMessageId() {
    OutgoingMessage message = SampleMessages.code(Channel.SMS);
    carrier.send(message);
    carrier.send(message);
    List<HandsetMessage> shown = messages(SampleMessages.NUMBER);
    assertThat(shown).extracting(HandsetMessage::messageId).containsOnly(message.id());
    assertThat(shown).extracting(HandsetMessage::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void partsOfAnSmsAreCounted() {
    HandOver answer = carrier.send(SampleMessages.text(Channel.SMS, "a".repeat(161)));
    assertThat(((HandOver.Accepted) answer).parts()).isEqualTo(2);
    answer = carrier.send(SampleMessages.text(Channel.VOICE, "a".repeat(161)));
    assertThat(((HandOver.Accepted) answer).parts()).isEqualTo(1);
  }

  @Test
  void aHandsetKeepsItsNewestFiftyEvenWhenManyComeAtOnce() {
    carrier.send(SampleMessages.text(Channel.EMAIL, "another handset"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        threads.submit(() -> carrier.send(SampleMessages.code(Channel.SMS)));
      }
    }
    clock.advance(Duration.ofSeconds(1));
    OutgoingMessage newest = SampleMessages.code(Channel.SMS);
    carrier.send(newest);
    assertThat(count()).isEqualTo(50 + 1);
    assertThat(messages(SampleMessages.NUMBER).getFirst().messageId()).isEqualTo(newest.id());
  }

  @Test
  void messagesAreGoneAfterADay() {
    carrier.send(SampleMessages.code(Channel.SMS));
    clock.advance(Duration.ofHours(24));
    carrier.send(SampleMessages.code(Channel.EMAIL));
    assertThat(messages(SampleMessages.NUMBER)).as("not shown any more").isEmpty();
    assertThat(rows.purge()).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void handsetsAreListedNewestFirst() {
    carrier.send(SampleMessages.code(Channel.SMS));
    clock.advance(Duration.ofSeconds(1));
    carrier.send(SampleMessages.code(Channel.EMAIL));
    clock.advance(Duration.ofSeconds(1));
    carrier.send(SampleMessages.code(Channel.VOICE));
    assertThat(handsets.list(TENANT))
        .containsExactly(
            new Handset(SampleMessages.NUMBER, Channel.VOICE, SampleMessages.NOW.plusSeconds(2)),
            new Handset(SampleMessages.ADDRESS, Channel.EMAIL, SampleMessages.NOW.plusSeconds(1)));
  }

  @Test
  void pagesGoThroughAllMessagesOnce() {
    for (int i = 0; i < 7; i++) {
      carrier.send(SampleMessages.text(Channel.SMS, "number " + i));
      clock.advance(Duration.ofMillis(1));
    }
    Page<HandsetMessage> first = handsets.messages(TENANT, Optional.empty(), Optional.empty(), 4);
    Page<HandsetMessage> second =
        handsets.messages(
            TENANT, Optional.empty(), Cursor.read(String.valueOf(first.nextCursor())), 4);
    assertThat(first.data())
        .extracting(HandsetMessage::text)
        .containsExactly("number 6", "number 5", "number 4", "number 3");
    assertThat(second.data())
        .extracting(HandsetMessage::text)
        .containsExactly("number 2", "number 1", "number 0");
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void anotherTenantSeesAndClearsNothing() {
    TenantId other = new TenantId(UUID.randomUUID());
    carrier.send(SampleMessages.code(Channel.SMS));
    assertThat(handsets.list(other)).isEmpty();
    assertThat(handsets.messages(other, Optional.empty(), Optional.empty(), 10).data()).isEmpty();
    handsets.clear(other, Optional.empty());
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void oneHandsetOrAllAreCleared() {
    carrier.send(SampleMessages.code(Channel.SMS));
    carrier.send(SampleMessages.code(Channel.EMAIL));
    handsets.clear(TENANT, Optional.of(SampleMessages.NUMBER));
    assertThat(handsets.list(TENANT))
        .extracting(Handset::to)
        .containsExactly(SampleMessages.ADDRESS);
    handsets.clear(TENANT, Optional.empty());
    assertThat(count()).isZero();
  }

  private SandboxCarrier carrier(SandboxRows on) {
    return new SandboxCarrier(on, SharedVault.get(), new Ids(clock, new SecureRandom()), clock);
  }

  private List<HandsetMessage> messages(String to) {
    return handsets.messages(TENANT, Optional.of(to), Optional.empty(), 100).data();
  }

  private int count() {
    return database
        .jdbc()
        .sql("SELECT count(*) FROM sandbox_message")
        .query(Integer.class)
        .single();
  }
}
