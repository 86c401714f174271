package kz.legality.door.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take a {@link Caller} or a {@link ReadingPurpose} as an argument. */
@Configuration(proxyBeanMethods = false)
class ArgumentsConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Made(Caller.class, request -> PurposeOfRequest.caller()));
        resolvers.add(new Made(
                ReadingPurpose.class,
                request -> PurposeOfRequest.of(
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)))));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CourtUnderItsOrder())
                .addPathPatterns("/api/v1/**")
                .excludePathPatterns("/api/v1/public/**");
    }

    /** Gives what a request makes of itself to every parameter of its type. */
    private record Made(Class<?> type, Function<NativeWebRequest, Object> of) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(type);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return of.apply(request);
        }
    }
}
