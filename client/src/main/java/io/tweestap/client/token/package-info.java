/// Hardware tokens in stock. Start at [Tokens].
@NullMarked
package io.tweestap.client.token;

import org.jspecify.annotations.NullMarked;
