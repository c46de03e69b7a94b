/// Sessions and remembered browsers. Start at [Sessions] and [Browsers].
@NullMarked
package io.tweestap.client.session;

import org.jspecify.annotations.NullMarked;
