package kubenat.render.raster;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a PNG file row by row: red, green and blue of eight bits (PNG specification, third edition). */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PIXELS_PER_METRE_AT_96_DPI = 3780;
    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;
    private final int width;
    private final Deflater deflater = new Deflater(7);
    private final OutputStream data;

    PngFile(OutputStream out, int width, int height) throws IOException {
        this.out = new DataOutputStream(out);
        this.width = width;
        this.data = new DeflaterOutputStream(new Chunks(), deflater, CHUNK);
        this.out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk("IHDR", header.toByteArray(), header.size());
    }

    /** How large the picture wants to be shown: this many pixels for one of a screen of 96 dots per inch. */
    void scale(double scale) throws IOException {
        ByteArrayOutputStream size = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(size);
        int perMetre = (int) Math.round(PIXELS_PER_METRE_AT_96_DPI * scale);
        fields.writeInt(perMetre);
        fields.writeInt(perMetre);
        fields.write(1);
        chunk("pHYs", size.toByteArray(), size.size());
    }

    /** A text about the picture, for programs that read it to people. */
    void text(String keyword, String text) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(keyword.getBytes(StandardCharsets.US_ASCII));
        body.write(new byte[] {0, 0, 0, 'e', 'n', 0, 0});
        body.write(text.getBytes(StandardCharsets.UTF_8));
        chunk("iTXt", body.toByteArray(), body.size());
    }

    /** The next row, as it is: letters that repeat pack better than differences to what is above or beside them. */
    void row(int[] pixels, int from) throws IOException {
        byte[] row = new byte[1 + 3 * width];
        for (int x = 0; x < width; x++) {
            int pixel = pixels[from + x];
            row[3 * x + 1] = (byte) (pixel >> 16);
            row[3 * x + 2] = (byte) (pixel >> 8);
            row[3 * x + 3] = (byte) pixel;
        }
        data.write(row);
    }

    void end() throws IOException {
        data.close();
        deflater.end();
        chunk("IEND", new byte[0], 0);
        out.flush();
    }

    private void chunk(String name, byte[] body, int length) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(body, 0, length);
        out.writeInt(length);
        out.write(type);
        out.write(body, 0, length);
        out.writeInt((int) sum.getValue());
    }

    /** Packed rows, as chunks. */
    private final class Chunks extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] packed, int offset, int length) throws IOException {
            byte[] body = Arrays.copyOfRange(packed, offset, offset + length);
            chunk("IDAT", body, length);
        }
    }
}
