package io.tweestap.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The platform's own name service. A look-up cannot be interrupted, so it runs on a thread of its
/// own that the caller stops waiting for; at most 32 run at once.
public final class SystemLookup implements HostLookup {
  private static final int AT_ONCE = 32;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Duration timeout;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

  public SystemLookup(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
      return List.of(found.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | RejectedExecutionException _) {
      throw new UnknownHostException("no address found in time");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("interrupted");
    }
  }
}
