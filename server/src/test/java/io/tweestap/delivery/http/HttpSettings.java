package io.tweestap.delivery.http;

import io.tweestap.delivery.SampleMessages;
import io.tweestap.testkit.ManualClock;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Settings of the HTTP carrier as somebody would write them.
final class HttpSettings {
  private final Map<String, String> keys = new HashMap<>();

  static HttpSettings json(String url) {
    return new HttpSettings()
        .with("url", url)
        .with("channels", "sms,voice")
        .with("body", "{\"to\":\"{to}\",\"from\":\"{from}\",\"text\":\"{text}\"}")
        .with("connect-timeout", "500ms")
        .with("total-timeout", "1s");
  }

  static HttpSettings style(String style, String origin) {
    return new HttpSettings()
        .with("style", style)
        .with("url", origin)
        .with("auth.type", "basic")
        .with("auth.user", "AC1")
        .with("auth.secret", "t0ken");
  }

  static HttpCarrier carrier(HttpSettings settings) {
    return new HttpCarrier(
        settings.read(),
        URI.create("https://sms.example.org" + ReceiptEndpoint.PATH),
        new ManualClock(SampleMessages.NOW));
  }

  HttpSettings with(String key, String value) {
    keys.put("tweestap.carrier.http." + key, value);
    return this;
  }

  HttpProperties read() {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bind(
            "tweestap.carrier.http",
            Bindable.of(HttpProperties.class),
            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
        .get();
  }
}
