package kubenat.kube;

import java.util.Arrays;

/**
 * SHA-256 (FIPS 180-4) of short texts. Java has it, too, but getting it from the list of its providers takes a twentieth of a start.
 */
final class Sha256 {
    private static final int BLOCK = 64;
    private static final int ROUNDS = 64;

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static final int[] CONSTANTS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    /** The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
    private final int[] state = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private final int[] words = new int[ROUNDS];

    private Sha256() {}

    /** The hash of the bytes. */
    static byte[] of(byte[] bytes) {
        Sha256 hash = new Sha256();
        byte[] padded = padded(bytes);
        for (int at = 0; at < padded.length; at += BLOCK) {
            hash.take(padded, at);
        }
        byte[] result = new byte[32];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (hash.state[i / 4] >>> 24 - i % 4 * 8);
        }
        return result;
    }

    /** A one bit, zeros, and the number of bits as 64 bits, to the end of a block. */
    private static byte[] padded(byte[] bytes) {
        int blocks = (bytes.length + 8) / BLOCK + 1;
        byte[] padded = Arrays.copyOf(bytes, blocks * BLOCK);
        padded[bytes.length] = (byte) 0x80;
        long bits = 8L * bytes.length;
        for (int i = 1; i <= 8; i++) {
            padded[padded.length - i] = (byte) bits;
            bits >>>= 8;
        }
        return padded;
    }

    private void take(byte[] bytes, int at) {
        for (int i = 0; i < 16; i++) {
            int byteAt = at + 4 * i;
            words[i] = bytes[byteAt] << 24
                    | (bytes[byteAt + 1] & 255) << 16
                    | (bytes[byteAt + 2] & 255) << 8
                    | bytes[byteAt + 3] & 255;
        }
        for (int i = 16; i < ROUNDS; i++) {
            int near = words[i - 2];
            int far = words[i - 15];
            words[i] = words[i - 16]
                    + words[i - 7]
                    + (Integer.rotateRight(far, 7) ^ Integer.rotateRight(far, 18) ^ far >>> 3)
                    + (Integer.rotateRight(near, 17) ^ Integer.rotateRight(near, 19) ^ near >>> 10);
        }
        mix();
    }

    private void mix() {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < ROUNDS; i++) {
            int one = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int first = h + one + (e & f ^ ~e & g) + CONSTANTS[i] + words[i];
            int zero = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int second = zero + (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        int[] added = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < added.length; i++) {
            state[i] += added[i];
        }
    }
}
