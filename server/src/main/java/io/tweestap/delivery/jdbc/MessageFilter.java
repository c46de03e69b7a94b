package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.shared.Channel;
import java.util.Optional;
import java.util.UUID;

/// Which messages a list shows; an empty part leaves all through.
public record MessageFilter(
    Optional<MessageState> state, Optional<Channel> channel, Optional<UUID> about) {}
