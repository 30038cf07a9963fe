package io.jium.platform.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A Lua script that answers with numbers; Redis gets its text only when it does not know it. */
public final class Script {

    private final String text;
    private final String digest;

    public Script(String text) {
        this.text = text;
        this.digest = sha1(text);
    }

    CompletionStage<List<Long>> run(
            RedisClusterAsyncCommands<String, String> commands, String[] keys, String... values) {
        return commands.<List<Long>>evalsha(digest, ScriptOutputType.MULTI, keys, values)
                .exceptionallyCompose(failed ->
                        failed instanceof RedisNoScriptException
                                ? commands.eval(text, ScriptOutputType.MULTI, keys, values)
                                : CompletableFuture.failedFuture(failed));
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
