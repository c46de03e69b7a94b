package io.tweestap.spring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Tweestap as the starter sees it, at the edge: begins a login as a test wants it, gives its
/// result once for the right return code, and remembers what it was asked.
final class FakeTweestap implements AutoCloseable {
  static final String LOGIN = "01a20e1e-2bdb-7d78-9ece-81e8d5a74621";
  static final String SESSION = "01a20e1e-2bdb-7d78-9ece-81e8d5a74699";
  static final String CODE = "right-return-code";
  static final String MFA = "[\"pwd\",\"otp\",\"mfa\"]";

  final List<String> asked = new CopyOnWriteArrayList<>();
  final Map<String, String> bodies = new HashMap<>();
  private final HttpServer server;

  volatile String state = "pending";
  volatile String amr = MFA;
  volatile Instant authTime = Instant.EPOCH;
  volatile String browserToken = "";
  volatile String session = "active";

  /// How the login ended without having passed; empty when it passed.
  volatile String over = "";

  volatile int down;
  volatile boolean knowsUser = true;
  private volatile boolean claimed;

  FakeTweestap() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// As it is before anybody asked.
  void reset(Instant now) {
    asked.clear();
    bodies.clear();
    state = "pending";
    amr = MFA;
    authTime = now;
    browserToken = "";
    session = "active";
    over = "";
    down = 0;
    knowsUser = true;
    claimed = false;
  }

  /// The next login can be claimed again.
  void another() {
    claimed = false;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String line = exchange.getRequestMethod() + " " + path;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!path.equals("/oauth2/token")) {
      asked.add(line);
      bodies.put(line, body);
    }
    answer(exchange, line, body);
  }

  private void answer(HttpExchange exchange, String line, String body) throws IOException {
    if (line.equals("POST /oauth2/token")) {
      send(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":900}");
    } else if (down != 0) {
      send(exchange, down, "{\"code\":\"wrong_scope\"}");
    } else if (line.equals("POST /v1/logins") && !knowsUser) {
      send(exchange, 404, "{\"code\":\"not_found\",\"field\":\"user\"}");
    } else if (line.equals("POST /v1/logins")) {
      send(exchange, 201, login(state, true));
    } else if (line.endsWith("/answers") && body.contains("\"123456\"")) {
      send(exchange, 200, login("passed", false));
    } else if (line.endsWith("/answers")) {
      send(exchange, 422, "{\"code\":\"wrong_code\",\"answers_left\":9}");
    } else if (line.endsWith("/claim")) {
      claim(exchange, body);
    } else if (line.startsWith("PUT /v1/users/")) {
      knowsUser = true;
      send(exchange, 201, "{\"ref\":\"anna\"}");
    } else if (line.endsWith("/touch")) {
      send(exchange, 200, "{\"id\":\"" + SESSION + "\",\"state\":\"" + session + "\"}");
    } else {
      send(exchange, 204, "");
    }
  }

  private void claim(HttpExchange exchange, String body) throws IOException {
    if (!body.contains("\"" + CODE + "\"")) {
      send(exchange, 422, "{\"code\":\"wrong_code\"}");
    } else if (!over.isEmpty()) {
      send(exchange, 409, "{\"code\":\"login_over\",\"state\":\"" + over + "\"}");
    } else if (claimed) {
      send(exchange, 409, "{\"code\":\"already_claimed\"}");
    } else {
      claimed = true;
      send(exchange, 200, login("passed", false));
    }
  }

  private String login(String inState, boolean prompt) {
    String passed =
        """
        ,"result":{"amr":%s,"acr":"urn:tweestap:acr:2","auth_time":"%s","session_id":"%s",
         "session_lifetime_seconds":7200,"idle_seconds":600}
        """
            .formatted(amr, authTime, SESSION);
    return """
    {"id":"%s","state":"%s","decision":"challenge","next":"answer","purpose":"login",
     "options":[],"addresses":[],"reasons":[],"answers_left":10,
     "session":{"lifetime_seconds":7200,"idle_seconds":600},"remember_browser_seconds":86400,
     "created_at":"%s","expires_at":"%s"%s%s%s}
    """
        .formatted(
            LOGIN,
            inState,
            authTime,
            authTime,
            prompt ? ",\"prompt_url\":\"" + address() + "/prompt/open/x\"" : "",
            browserToken.isEmpty() ? "" : ",\"browser_token\":\"" + browserToken + "\"",
            inState.equals("passed") ? passed : "");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// The last body that a request had.
  String body(String line) {
    return bodies.getOrDefault(line, "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
