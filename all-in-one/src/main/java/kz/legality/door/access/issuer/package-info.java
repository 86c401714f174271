/** The product as its own OpenID Connect issuer: one key, its accounts, and tokens minted with or without a server. */
@NullMarked
package kz.legality.door.access.issuer;

import org.jspecify.annotations.NullMarked;
