package io.tweestap.delivery.smpp;

import io.tweestap.delivery.DeliveryDatabase;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.delivery.smpp.wire.Account;
import io.tweestap.delivery.smpp.wire.Inbound;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.ManualClock;
import io.tweestap.testkit.smsc.FakeSmsc;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Links to SMSCs of a test, all on one database, as several nodes have it.
final class TestLinks implements AutoCloseable {
  private final DeliveryDatabase database = new DeliveryDatabase();
  private final List<SmppCarrier> opened = new ArrayList<>();
  private final List<Inbound> delivered = Collections.synchronizedList(new ArrayList<>());
  private volatile ToIntFunction<Inbound> receiving = _ -> Receiver.OK;

  /// The settings that a reader of the configuration would get.
  ///
  /// @param words setting and value, in turns
  static LinkSettings settings(int port, String... words) {
    return properties(port, words).link();
  }

  static SmppProperties properties(int port, String... words) {
    Map<String, Object> values = new HashMap<>();
    values.put("host", "localhost");
    values.put("port", port);
    values.put("tls", false);
    values.put("system-id", "tweestap");
    values.put("password", "secret08");
    values.put("rate", 1000);
    values.put("answer-within", "2s");
    for (int i = 0; i < words.length; i += 2) {
      values.put(words[i], words[i + 1]);
    }
    Map<String, Object> prefixed = new HashMap<>();
    values.forEach((key, value) -> prefixed.put("tweestap.carrier.smpp." + key, value));
    return new Binder(new MapConfigurationPropertySource(prefixed))
        .bindOrCreate("tweestap.carrier.smpp", SmppProperties.class);
  }

  /// A carrier that is bound.
  SmppCarrier bound(FakeSmsc smsc, String... words) throws Exception {
    SmppCarrier carrier = open(smsc.port(), null, words);
    FakeSmsc.await("the bind", carrier::isReady);
    return carrier;
  }

  /// A carrier that tries to bind.
  SmppCarrier open(int port, @Nullable SSLSocketFactory tls, String... words) {
    LinkSettings settings = settings(port, words);
    Account account =
        new Account(
            settings.host(),
            port,
            tls,
            settings.systemId(),
            "secret08",
            settings.systemType(),
            settings.enquireEvery(),
            settings.answerWithin());
    SmppCarrier carrier =
        new SmppCarrier(
            settings,
            account,
            this::take,
            new PaceRows(database.jdbc()),
            new SecureRandom(),
            new ManualClock(SampleMessages.NOW));
    opened.add(carrier);
    carrier.open();
    return carrier;
  }

  /// What is done with deliveries from now on.
  void receiving(ToIntFunction<Inbound> rule) {
    this.receiving = rule;
  }

  List<Inbound> delivered() {
    synchronized (delivered) {
      return List.copyOf(delivered);
    }
  }

  static HandOver sendCode(SmppCarrier carrier) {
    return carrier.send(SampleMessages.code(Channel.SMS));
  }

  private int take(Inbound delivery) {
    delivered.add(delivery);
    return receiving.applyAsInt(delivery);
  }

  @Override
  public void close() {
    opened.forEach(SmppCarrier::close);
    database.close();
  }
}
