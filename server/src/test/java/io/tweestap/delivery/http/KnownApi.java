package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A small server that speaks like Twilio or Restcomm: takes messages of the account `AC1` with the
/// token `t0ken`, and tells their state.
public final class KnownApi implements AutoCloseable {
  private static final String CREDENTIALS =
      "Basic " + Base64.getEncoder().encodeToString("AC1:t0ken".getBytes(UTF_8));

  private final HttpServer server;
  private final String path;
  private final boolean twilio;
  private final List<Map<String, String>> sent = new ArrayList<>();
  private volatile String status = "queued";
  private volatile @Nullable String error;
  private volatile boolean limited;

  private KnownApi(String path, boolean twilio) {
    this.path = path;
    this.twilio = twilio;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public static KnownApi twilio() {
    return new KnownApi("/2010-04-01/Accounts/AC1/Messages", true);
  }

  public static KnownApi restcomm() {
    return new KnownApi("/restcomm/2012-04-24/Accounts/AC1/SMS/Messages", false);
  }

  /// The id of the message that came as the so-manyth.
  public static String id(String prefix, int number) {
    return prefix + "%032x".formatted(number);
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The forms that came.
  public List<Map<String, String>> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  void becomes(String newStatus, @Nullable String newError) {
    status = newStatus;
    error = newError;
  }

  void limit() {
    limited = true;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().getRawPath();
    if (!CREDENTIALS.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply(exchange, 401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
    } else if (limited) {
      reply(exchange, 403, "SMS_LIMIT_EXCEEDED");
    } else if (exchange.getRequestMethod().equals("POST") && asked.equals(path + ".json")) {
      take(exchange);
    } else if (asked.matches(java.util.regex.Pattern.quote(path) + "/SM[0-9a-f]{32}\\.json")) {
      reply(exchange, 200, message(sent().size()));
    } else {
      reply(exchange, 404, "{\"code\":20404,\"status\":404}");
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Map<String, String> form =
        Arrays.stream(body.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    int number;
    synchronized (sent) {
      sent.add(form);
      number = sent.size();
    }
    reply(exchange, twilio ? 201 : 200, message(number));
  }

  private String message(int number) {
    String parts = twilio ? "\"num_segments\":\"1\"," : "";
    String code = error == null ? "null" : twilio ? error : "\"" + error + "\"";
    return "{\"sid\":\"%s\",\"account_sid\":\"AC1\",%s\"status\":\"%s\",\"error_code\":%s,%s}"
        .formatted(
            id("SM", number),
            parts,
            status,
            code,
            "\"price\":\"-0.00750\",\"price_unit\":\"USD\",\"api_version\":\"2010-04-01\"");
  }

  private static void reply(HttpExchange exchange, int code, String body) throws IOException {
    byte[] octets = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, octets.length);
    exchange.getResponseBody().write(octets);
    exchange.close();
  }
}
